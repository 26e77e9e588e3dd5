"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { startRun } from "@/lib/server/matching/commands";

export async function rematch(
  _: Answer<unknown> | null,
  form: FormData,
): Promise<Answer<unknown> | null> {
  const batchId = form.get("batchId");
  const result = await startRun({ batchId });
  revalidatePath(`/imports/${String(batchId)}`);
  return answerOf(result);
}
