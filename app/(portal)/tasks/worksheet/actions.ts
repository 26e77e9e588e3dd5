"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { createWorksheet } from "@/lib/server/tasks/worksheet";

/** Makes a list and opens it to be printed. */
export async function makeWorksheet(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await createWorksheet({
    kind: form.get("kind"),
    hamletId: form.get("hamletId") || null,
  });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/worksheet/${result.data.worksheetId}`);
}
