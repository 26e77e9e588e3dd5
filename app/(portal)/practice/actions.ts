"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { finishPractice } from "@/lib/server/tasks/practice";

/** Keeps the result: the answers are judged again by the server. */
export async function finish(answers: unknown, minutes: number): Promise<Answer<unknown>> {
  const result = await finishPractice({ answers, minutes });
  if (result.ok) revalidatePath("/home");
  return answerOf(result);
}
