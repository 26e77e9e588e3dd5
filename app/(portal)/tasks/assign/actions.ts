"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { markNoticesSeen } from "@/lib/server/tasks/plan-queries";
import { applyRedistribution, undoRedistribution } from "@/lib/server/tasks/redistribute";
import { planTasks } from "@/lib/server/tasks/redistribute-plan";

const FILTERS = ["unit", "force", "mainClass", "officer", "overdue"] as const;

function filterOf(form: FormData) {
  return Object.fromEntries(FILTERS.map((name) => [name, form.get(name) || undefined]));
}

export async function plan(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await planTasks({
    filter: filterOf(form),
    taskIds: form.get("which") === "ticked" ? form.getAll("taskId") : undefined,
    officers: form.get("who") === "chosen" ? form.getAll("officerId") : undefined,
  });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/assign/${result.data.id}`);
}

export async function apply(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const id = form.get("id");
  const result = await applyRedistribution({ id });
  if (!result.ok) return answerOf(result);
  revalidatePath(`/tasks/assign/${id}`);
  return { ok: true };
}

export async function undo(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const id = form.get("id");
  const result = await undoRedistribution({ id });
  if (!result.ok) return answerOf(result);
  revalidatePath(`/tasks/assign/${id}`);
  return { ok: true };
}

export async function seeAssignments(_: ActionResult | null): Promise<ActionResult> {
  const result = await markNoticesSeen({});
  if (!result.ok) return answerOf(result);
  revalidatePath("/tasks");
  revalidatePath("/home");
  return { ok: true };
}
