import { redirect } from "next/navigation";
import { findNextTask } from "@/lib/server/tasks/list";

/** Sends the officer to the most useful open task, or back to the list when there is none. */
export default async function NextTask() {
  const taskId = await findNextTask(null);
  redirect(taskId ? `/tasks/${taskId}` : "/tasks");
}
