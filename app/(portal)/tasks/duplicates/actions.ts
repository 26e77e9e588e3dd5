"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { tellApart as tellRecordsApart, undoApart } from "@/lib/server/tasks/duplicates/apart";
import { mergeRecords } from "@/lib/server/tasks/duplicates/merge";
import { undoMerge } from "@/lib/server/tasks/duplicates/undo-merge";

type State = Answer<unknown> | null;

const texts = (form: FormData, name: string) => form.getAll(name).map(String);

/** "id:version" of each record that was looked at. */
function recordsOf(form: FormData) {
  return texts(form, "record").map((text) => {
    const [recordId, version] = text.split(":");
    return { recordId, version };
  });
}

/** The questions in the order of the form, each with its answer where one was given. */
function answersOf(form: FormData): Record<string, string> {
  const pairs = texts(form, "question").map((key, at) => [key, form.get(`answer.${at}`)]);
  return Object.fromEntries(pairs.filter(([, answer]) => typeof answer === "string"));
}

export async function merge(_: State, form: FormData): Promise<State> {
  const staysId = String(form.get("stays") ?? "");
  const result = await mergeRecords({
    staysId,
    records: recordsOf(form),
    answers: answersOf(form),
    checked: form.get("checked") === "on",
  });
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/duplicates/${staysId}?merged=${result.data.closed}`);
}

/** Back to the list, which the group has left. */
export async function tellApart(_: State, form: FormData): Promise<State> {
  const result = await tellRecordsApart({ records: recordsOf(form) });
  if (!result.ok) return answerOf(result);
  redirect("/tasks/duplicates?apart=1");
}

export async function takeApartBack(_: State, form: FormData): Promise<State> {
  const t = await getTranslator("duplicates.done");
  const result = await undoApart({ decisionId: form.get("decisionId") });
  if (result.ok) revalidatePath("/tasks", "layout");
  return answerOf(result, result.ok ? t("apartUndone") : undefined);
}

export async function separate(_: State, form: FormData): Promise<State> {
  const t = await getTranslator("duplicates.done");
  const result = await undoMerge({ mergeId: form.get("mergeId"), reason: form.get("reason") });
  if (result.ok) revalidatePath("/tasks", "layout");
  return answerOf(result, result.ok ? t("undone") : undefined);
}
