import { redirect } from "next/navigation";
import { findNextTask } from "@/lib/server/tasks/list";

interface Done {
  /** word of what became of it: a key below `tasks.done` or `moves.done` */
  said: string;
  /** the task's version, where the step can be taken back */
  version?: number;
}

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** What the next page says about the task of this form, and how to take the step back. */
function saying(form: FormData, { said, version }: Done): URLSearchParams {
  const params = new URLSearchParams({ done: said, code: text(form, "code") });
  if (version) params.set("undo", `${text(form, "taskId")}_${version}`);
  return params;
}

/** On to the next task, taking along what to say about this one. */
export async function goOn(form: FormData, done: Done): Promise<never> {
  const next = await findNextTask(text(form, "taskId"));
  redirect(`${next ? `/tasks/${next}` : "/tasks"}?${saying(form, done)}`);
}

/** The officer stays where they are: on this task, or on the page that is given. */
export function stayOn(form: FormData, done: Done, page?: string): never {
  redirect(`${page ?? `/tasks/${text(form, "taskId")}`}?${saying(form, done)}`);
}
