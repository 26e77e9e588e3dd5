"use server";

import { redirect } from "next/navigation";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { findNextApproval } from "@/lib/server/tasks/approvals";
import { approveTask, returnApproval } from "@/lib/server/tasks/approve";

type State = Answer<unknown> | null;

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

type Done = "approved" | "approvedClosing" | "approvalReturned";

/** On to what has waited longest, saying what became of this one. */
async function goOn(form: FormData, done: Done): Promise<never> {
  const next = await findNextApproval(text(form, "taskId"));
  const said = new URLSearchParams({ done, code: text(form, "code") });
  redirect(`${next ? `/tasks/${next}` : "/tasks/approvals"}?${said}`);
}

export async function approve(_: State, form: FormData): Promise<State> {
  const result = await approveTask({
    taskId: text(form, "taskId"),
    version: text(form, "version"),
  });
  if (!result.ok) return answerOf(result);
  return goOn(form, result.data.state === "closed" ? "approvedClosing" : "approved");
}

export async function sendBack(_: State, form: FormData): Promise<State> {
  const result = await returnApproval({
    taskId: text(form, "taskId"),
    version: text(form, "version"),
    comment: text(form, "comment"),
  });
  return result.ok ? goOn(form, "approvalReturned") : answerOf(result);
}
