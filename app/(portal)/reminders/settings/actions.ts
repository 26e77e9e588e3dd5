"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { setQuietHours } from "@/lib/server/directives/quiet-hours";

export async function save(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { from, to, version } = Object.fromEntries(form);
  const result = await setQuietHours({ from, to, version });
  if (!result.ok) return answerOf(result);
  revalidatePath("/reminders/settings");
  return { ok: true, message: (await getTranslator("reminders.quiet"))("saved") };
}
