import "server-only";
import { command } from "@/lib/server/core/command";
import { TaskVersion } from "./inputs";
import { getTaskFor } from "./task-row";

/**
 * "I have read why it came back": the only thing that may happen to a task that was returned. It is
 * no step: neither the state nor the version changes.
 */
export const readReturn = command({
  name: "task.readReturn",
  permission: "task:claim",
  input: TaskVersion,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    await sql("update task set unread_return = false where id = $1", [task.id]);
    return { data: { taskId: task.id }, audit: { entity: "task", entityId: task.id } };
  },
});
