"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { markPublished, preparePublication } from "@/lib/server/tasks/publications";

type State = Answer<unknown> | null;

/** Gathers a batch's corrected records into a file. */
export async function prepare(_: State, form: FormData): Promise<State> {
  const t = await getTranslator("tasks.publication");
  const result = await preparePublication({ batchId: form.get("batchId") });
  revalidatePath("/tasks/publications");
  return answerOf(result, result.ok ? t("prepared", { records: result.data.records }) : undefined);
}

/** The source has loaded the file. */
export async function mark(_: State, form: FormData): Promise<State> {
  const t = await getTranslator("tasks.publication");
  const input = { publicationId: form.get("publicationId"), version: form.get("version") };
  const result = await markPublished(input);
  revalidatePath("/tasks/publications");
  return answerOf(result, result.ok ? t("marked", { closed: result.data.closed }) : undefined);
}
