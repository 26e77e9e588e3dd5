"use server";

import { redirect } from "next/navigation";
import { IDENTITY_FIELDS } from "@/lib/domain/tasks/field-policy";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { translatorFor } from "@/lib/i18n/translator";
import { returnTask } from "@/lib/server/tasks/correct";

type State = Answer<unknown> | null;

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** What health typed, in words that police read before they go on. */
function proposalOf(form: FormData): string {
  const t = translatorFor("vi", "tasks.action");
  const fields = translatorFor("vi", "records.field");
  const sexes = translatorFor("vi", "common.sex");
  const typed = IDENTITY_FIELDS.filter((field) => textOf(form, `choice.${field}`) === "edit");
  const lines = typed.map((field) => {
    const value = textOf(form, `value.${field}`).trim();
    const shown = value === "male" || value === "female" ? sexes(value) : value;
    return t("proposedField", { field: fields(field), value: shown });
  });
  return lines.length > 0 ? t("proposed", { fields: lines.join("; ") }) : "";
}

/** Sends what was typed to police: a value that isn't the registry's is theirs to confirm. */
export async function propose(_: State, form: FormData): Promise<State> {
  const taskId = textOf(form, "taskId");
  const comment = proposalOf(form);
  const result = await returnTask({ taskId, version: textOf(form, "version"), comment });
  if (!result.ok) return answerOf(result);
  const said = new URLSearchParams({ done: result.data.state, code: textOf(form, "code") });
  redirect(`/tasks?${said}`);
}
