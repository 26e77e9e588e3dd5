"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { setWorkSettings } from "@/lib/server/tasks/work-settings";

export async function saveSettings(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { effortSource, capacityMinutes, stuckDays } = Object.fromEntries(form);
  const result = await setWorkSettings({ effortSource, capacityMinutes, stuckDays });
  if (!result.ok) return answerOf(result);
  revalidatePath("/tasks/loads", "layout");
  return { ok: true, message: (await getTranslator("loads.effort"))("saved") };
}
