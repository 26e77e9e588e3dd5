"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { addAbsence, cancelAbsence } from "@/lib/server/tasks/absence";
import { setCapacity } from "@/lib/server/tasks/plan";

/** The officer whose days are entered: left out for one's own. */
const officerOf = (form: FormData) => form.get("officerId") || undefined;

function refresh(): void {
  revalidatePath("/account/plan");
  revalidatePath("/tasks/loads", "layout");
}

export async function saveMinutes(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await setCapacity({ officerId: officerOf(form), minutes: form.get("minutes") });
  if (!result.ok) return answerOf(result);
  refresh();
  return { ok: true, message: (await getTranslator("loads.plan"))("saved") };
}

export async function enterAbsence(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { reason, work } = Object.fromEntries(form);
  const [from, to] = ["from", "to"].map((day) => readDay(String(form.get(day) ?? "")));
  const officerId = officerOf(form);
  const shareOut = work !== "list";
  const result = await addAbsence({ officerId, from, to, reason, shareOut });
  if (!result.ok) return answerOf(result);
  refresh();
  const { tasks } = result.data;
  return { ok: true, message: (await getTranslator("loads.plan"))("added", { tasks }) };
}

export async function endAbsence(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await cancelAbsence({ absenceId: form.get("absenceId") });
  if (!result.ok) return answerOf(result);
  refresh();
  return { ok: true, message: (await getTranslator("loads.plan"))("cancelled") };
}
