"use server";

import { revalidatePath } from "next/cache";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { formatDate } from "@/lib/i18n/format";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { removeCalendarDay, setCalendarDay } from "@/lib/server/units/calendar";

export async function save(_: unknown, form: FormData): Promise<Answer<unknown>> {
  const t = await getTranslator("calendar");
  const result = await setCalendarDay({
    day: readDay(String(form.get("day") ?? "")),
    working: form.get("kind") === "working",
    name: form.get("name"),
    source: form.get("source"),
    estimated: form.get("estimated") === "on",
    version: form.get("version") || 0,
  });
  if (!result.ok) return answerOf(result);
  revalidatePath("/units/calendar");
  return answerOf(result, t("saved", { day: formatDate(result.data.day) }));
}

export async function remove(_: unknown, form: FormData): Promise<Answer<unknown>> {
  const t = await getTranslator("calendar");
  const result = await removeCalendarDay({ day: form.get("day"), version: form.get("version") });
  if (!result.ok) return answerOf(result);
  revalidatePath("/units/calendar");
  return answerOf(result, t("removed", { day: formatDate(result.data.day) }));
}
