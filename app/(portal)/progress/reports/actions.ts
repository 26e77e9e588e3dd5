"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { answerOf } from "@/lib/i18n/refusal";
import { writeReport } from "@/lib/server/progress/reports";

/** A day as it was typed; what is no day is refused by the command, beside its field. */
const dayOf = (form: FormData, name: string) => readDay(String(form.get(name) ?? "")) ?? "";

/** Writes the report of a unit and a period, and opens it. */
export async function write(_: unknown, form: FormData): Promise<ActionResult> {
  const unitId = String(form.get("unitId") ?? "");
  const period = { from: dayOf(form, "from"), to: dayOf(form, "to") };
  const result = await writeReport({ unitId, ...period });
  if (!result.ok) return answerOf(result);
  redirect(`/progress/reports/${result.data.id}?done=written`);
}
