"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { addNote } from "@/lib/server/tasks/notes";

/** A word to colleagues about a task. */
export async function noteOn(_: unknown, form: FormData): Promise<Answer<unknown>> {
  const result = await addNote({ taskId: form.get("taskId"), words: form.get("words") });
  if (result.ok) revalidatePath(`/tasks/${result.data.taskId}`);
  return answerOf(result);
}
