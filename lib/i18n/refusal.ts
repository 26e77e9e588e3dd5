import "server-only";
import type { FieldProblem, Refusal, Result } from "@/lib/domain/access/error-code";
import { codeText } from "./code-text";
import { getTranslator } from "./server";

/** What a form shows after its command: see `components/forms`. */
export type Answer<T = null> =
  | { ok: true; data: T; message?: string }
  | { ok: false; code: string; message: string; fields?: Record<string, string> };

async function fieldTexts(fields: Record<string, FieldProblem>): Promise<Record<string, string>> {
  const records = await getTranslator("records.parse");
  const errors = await getTranslator("errors.field");
  const word = ({ code, params }: FieldProblem) =>
    (records.has as (key: string) => boolean)(code)
      ? codeText(records, { code, params }, "dateUnreadable")
      : codeText(errors, { code, params }, "invalid");
  return Object.fromEntries(Object.entries(fields).map(([name, problem]) => [name, word(problem)]));
}

/** The sentence for a refusal: the exact reason where there is one, else the code's own text. */
export async function refusalText(refusal: Refusal): Promise<string> {
  const t = await getTranslator("errors");
  if (refusal.code === "UNEXPECTED") {
    return t("unknownWithReference", { reference: refusal.reference ?? "" });
  }
  const code = refusal.reason ? `reason.${refusal.reason}` : `code.${refusal.code}`;
  return codeText(t, { code, params: refusal.params }, `code.${refusal.code}`);
}

/** Turns a command's result into what its form shows. */
export async function answerOf<T>(result: Result<T>, message?: string): Promise<Answer<T>> {
  if (result.ok) return { ok: true, data: result.data, message };
  const { error } = result;
  const fields = error.fields ? await fieldTexts(error.fields) : undefined;
  return { ok: false, code: error.code, message: await refusalText(error), fields };
}
