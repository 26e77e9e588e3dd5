"use server";

import { redirect } from "next/navigation";
import type { Choices } from "@/lib/domain/tasks/choice";
import { CORRECTABLE } from "@/lib/domain/tasks/field-policy";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { claimNextTask } from "@/lib/server/tasks/claim-next";
import { returnTask, submitTask, undoSubmit } from "@/lib/server/tasks/correct";
import { readReturn } from "@/lib/server/tasks/read-return";
import { reportSystem } from "@/lib/server/tasks/report";
import { confirmTask, rejectCandidate, surveyTask } from "@/lib/server/tasks/verify";

type State = Answer<unknown> | null;

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
};

/** The fields that were chosen; "unknown" and what nobody touched stay as they are. */
function choicesOf(form: FormData): Choices {
  const choices: Choices = {};
  for (const field of CORRECTABLE) {
    const choice = text(form, `choice.${field}`);
    if (choice === "registry" || choice === "record" || choice === "edit") {
      choices[field] = { choice, value: text(form, `value.${field}`) ?? null };
    }
  }
  return choices;
}

function inputOf(form: FormData) {
  return {
    next: true,
    taskId: text(form, "taskId"),
    version: text(form, "version"),
    personId: text(form, "personId") || null,
    choices: choicesOf(form),
  };
}

interface Done {
  state: string;
  version: number;
  next: { taskId: string } | null;
}

/** On to the next task, taking along what to say about this one and how to undo it. */
async function goOn(form: FormData, done: Done): Promise<never> {
  const taskId = text(form, "taskId") ?? "";
  const said = new URLSearchParams({ done: done.state, code: text(form, "code") ?? "" });
  if (done.state === "publishing") {
    said.set("undo", `${taskId}_${done.version}`);
  }
  redirect(`${done.next ? `/tasks/${done.next.taskId}` : "/tasks"}?${said}`);
}

export async function submit(_: State, form: FormData): Promise<State> {
  const result = await submitTask(inputOf(form));
  if (!result.ok) return answerOf(result);
  // Still not agreeing: the officer stays with it, and the next one is nobody's yet.
  if (result.data.state === "correcting") {
    redirect(`/tasks/${text(form, "taskId")}?done=correcting`);
  }
  return goOn(form, result.data);
}

export async function confirm(_: State, form: FormData): Promise<State> {
  const result = await confirmTask(inputOf(form));
  return result.ok ? goOn(form, result.data) : answerOf(result);
}

export async function reject(_: State, form: FormData): Promise<State> {
  const result = await rejectCandidate({ ...inputOf(form), next: false });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/${text(form, "taskId")}?done=rejected`);
}

export async function survey(_: State, form: FormData): Promise<State> {
  const result = await surveyTask({ ...inputOf(form), comment: text(form, "comment") });
  return result.ok ? goOn(form, result.data) : answerOf(result);
}

export async function sendBack(_: State, form: FormData): Promise<State> {
  const result = await returnTask({ ...inputOf(form), comment: text(form, "comment") });
  return result.ok ? goOn(form, result.data) : answerOf(result);
}

/** "Báo hệ thống nhầm": the centre has the task now, the officer gets the next one. */
export async function report(_: State, form: FormData): Promise<State> {
  const result = await reportSystem({
    ...inputOf(form),
    reason: text(form, "reason"),
    expected: text(form, "expected"),
    words: text(form, "words"),
  });
  return result.ok ? goOn(form, result.data) : answerOf(result);
}

/** "Nhận việc tiếp theo": opens the most useful task for this officer alone. */
export async function takeNext(): Promise<void> {
  const result = await claimNextTask({});
  redirect(result.ok && result.data ? `/tasks/${result.data.taskId}` : "/tasks?none=1");
}

/** Takes the last sending back; the officer lands on that task again. */
export async function undo(taskId: string, version: number): Promise<State> {
  const result = await undoSubmit({ taskId, version });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/${taskId}?done=undone`);
}

/** What came back has been read; the officer goes on with it. */
export async function markRead(_: State, form: FormData): Promise<State> {
  const result = await readReturn({ taskId: text(form, "taskId"), version: text(form, "version") });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/${text(form, "taskId")}`);
}
