"use server";

import { redirect } from "next/navigation";
import { goOn, type Next, stayOn } from "@/app/(portal)/tasks/_components/go-on";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { claimNextTask } from "@/lib/server/tasks/claim-next";
import { returnTask } from "@/lib/server/tasks/correct";
import { readReturn } from "@/lib/server/tasks/read-return";
import { reportSystem } from "@/lib/server/tasks/report";
import { undoTask } from "@/lib/server/tasks/undo";
import { rejectCandidate, surveyTask } from "@/lib/server/tasks/verify";

type State = Answer<unknown> | null;

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
};

function inputOf(form: FormData) {
  return {
    next: true,
    taskId: text(form, "taskId"),
    version: text(form, "version"),
    personId: text(form, "personId") || null,
  };
}

/** What a step says that leads on to the next task. */
const saidOf = ({ state, version, next }: { state: string; version: number; next: Next }) => ({
  said: state,
  version,
  next,
});

export async function reject(_: State, form: FormData): Promise<State> {
  const result = await rejectCandidate({ ...inputOf(form), next: false });
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "rejected", version: result.data.version });
}

export async function survey(_: State, form: FormData): Promise<State> {
  const result = await surveyTask({ ...inputOf(form), comment: text(form, "comment") });
  return result.ok ? goOn(form, saidOf(result.data)) : answerOf(result);
}

export async function sendBack(_: State, form: FormData): Promise<State> {
  const result = await returnTask({ ...inputOf(form), comment: text(form, "comment") });
  return result.ok ? goOn(form, saidOf(result.data)) : answerOf(result);
}

/** "Báo hệ thống nhầm": the centre has the task now, the officer gets the next one. */
export async function report(_: State, form: FormData): Promise<State> {
  const result = await reportSystem({
    ...inputOf(form),
    reason: text(form, "reason"),
    expected: text(form, "expected"),
    words: text(form, "words"),
  });
  return result.ok ? goOn(form, saidOf(result.data)) : answerOf(result);
}

/** "Nhận việc tiếp theo": opens the most useful task for this officer alone. */
export async function takeNext(): Promise<void> {
  const result = await claimNextTask({});
  redirect(result.ok && result.data ? `/tasks/${result.data.taskId}` : "/tasks?none=1");
}

/** Takes the last step back, or what was sent; the page says so and goes where it stands now. */
export async function undo(taskId: string, version: number): Promise<Answer<unknown>> {
  return answerOf(await undoTask({ taskId, version }));
}

/** What came back has been read; the officer goes on with it. */
export async function markRead(_: State, form: FormData): Promise<State> {
  const result = await readReturn({ taskId: text(form, "taskId"), version: text(form, "version") });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/${text(form, "taskId")}`);
}
