"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { FOUND_FIELDS } from "@/lib/domain/tasks/worksheet/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { applyResultRow, readResultSheet, recordResult } from "@/lib/server/tasks/result-commands";
import { listPendingRows } from "@/lib/server/tasks/result-queries";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

function resultOf(form: FormData) {
  const values = FOUND_FIELDS.map((field) => [field, text(form, field)]);
  return {
    kind: text(form, "kind") || undefined,
    how: text(form, "how") || undefined,
    day: readDay(text(form, "day")),
    note: text(form, "note"),
    close: form.get("close") === "on",
    values: Object.fromEntries(values.filter(([, value]) => value !== "")),
  };
}

/** Names of the form are the fields alone: "result.kind" is `kind`. */
function flatFields(answer: ActionResult): ActionResult {
  if (answer.ok || !answer.fields) return answer;
  const fields = Object.entries(answer.fields).map(([name, said]) => [
    name.replace(/^result\.(values\.)?/, ""),
    said,
  ]);
  return { ...answer, fields: Object.fromEntries(fields) };
}

/** A result typed behind the code of its line; then the next code. */
export async function saveResult(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const code = text(form, "code");
  const result = await recordResult({ code, result: resultOf(form) });
  if (!result.ok) return flatFields(await answerOf(result));
  const { outcome, missing } = result.data;
  const done = missing > 0 ? "missing" : outcome;
  redirect(`/tasks/results?${new URLSearchParams({ done, said: code, n: String(missing) })}`);
}

/** A sheet that came back: read, and shown before anything is done. */
export async function bringSheet(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const file = form.get("file");
  const named = file instanceof File && file.name !== "" ? file.name : "-";
  const input = { fileName: named, file: file instanceof Blob ? file : new Blob([]) };
  const result = await readResultSheet(input);
  if (!result.ok) return answerOf(result);
  redirect(`/tasks/results/${result.data.sheetId}`);
}

/** Line by line, each a change of its own: what was done stays done if the way is cut off. */
export async function applySheet(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const sheetId = text(form, "sheetId");
  for (const rowNo of await listPendingRows(sheetId)) {
    const result = await applyResultRow({ sheetId, rowNo });
    if (!result.ok) {
      revalidatePath(`/tasks/results/${sheetId}`);
      return answerOf(result);
    }
  }
  revalidatePath(`/tasks/results/${sheetId}`);
  const t = await getTranslator("contact.sheet");
  return { ok: true, message: t("applied") };
}
