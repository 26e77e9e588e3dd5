"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { askRecount } from "@/lib/server/progress/check";
import { setTarget, withdrawTarget } from "@/lib/server/progress/targets";

/** Sets the target of a unit. */
export async function aim(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { unitId, percent, reason } = Object.fromEntries(form);
  const deadline = readDay(String(form.get("deadline") ?? ""));
  const result = await setTarget({ unitId, deadline, percent, reason });
  if (!result.ok) return answerOf(result);
  revalidatePath("/progress");
  return { ok: true, message: (await getTranslator("progress.target"))("saved") };
}

export async function withdrawAim(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await withdrawTarget({ unitId: form.get("unitId") });
  if (!result.ok) return answerOf(result);
  revalidatePath("/progress");
  return { ok: true, message: (await getTranslator("progress.target"))("withdrawn") };
}

/** Asks for the figures to be counted from the records. */
export async function recount(): Promise<ActionResult> {
  const result = await askRecount({});
  if (!result.ok) return answerOf(result);
  revalidatePath("/progress");
  return { ok: true, message: (await getTranslator("progress.check"))("asked") };
}
