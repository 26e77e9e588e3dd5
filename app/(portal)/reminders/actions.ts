"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { readDigests } from "@/lib/server/directives/inbox";

export async function markRead(_: unknown, form: FormData): Promise<Answer<unknown>> {
  const result = await readDigests({ day: form.get("day") });
  if (result.ok) revalidatePath("/", "layout");
  return answerOf(result);
}
