import { redirect } from "next/navigation";
import { claimNextTask, type NextTask } from "@/lib/server/tasks/claim-next";

/** The next task, where the step has brought it along; undefined where it was not asked to. */
export type Next = NextTask | null | undefined;

interface Done {
  /** word of what became of it: a key below `tasks.done` or `moves.done` */
  said: string;
  /** the task's version, where the step can be taken back */
  version?: number;
  /** the day (yyyy-MM-dd) that the word names */
  on?: string;
  next?: Next;
}

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** What the next page says about the task of this form, and how to take the step back. */
function saying(form: FormData, { said, version, on }: Done): URLSearchParams {
  const params = new URLSearchParams({ done: said, code: text(form, "code") });
  if (on) params.set("on", on);
  if (version) params.set("undo", `${text(form, "taskId")}_${version}`);
  return params;
}

async function claimNext(exceptId: string): Promise<NextTask | null> {
  const result = await claimNextTask({ exceptId });
  return result.ok ? result.data : null;
}

/** On to the next task, taking along what to say about this one. */
export async function goOn(form: FormData, done: Done): Promise<never> {
  const next = done.next === undefined ? await claimNext(text(form, "taskId")) : done.next;
  redirect(`${next ? `/tasks/${next.taskId}` : "/tasks"}?${saying(form, done)}`);
}

/** The officer stays where they are: on this task, or on the page that is given. */
export function stayOn(form: FormData, done: Done, page?: string): never {
  redirect(`${page ?? `/tasks/${text(form, "taskId")}`}?${saying(form, done)}`);
}
