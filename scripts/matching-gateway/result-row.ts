import { createTranslator } from "use-intl/core";
import { assembleExplanation } from "@/lib/domain/matching/explain";
import type { RecordLine } from "@/lib/domain/matching/files/read-record";
import type { GatewayDecision } from "@/lib/domain/matching/gateway/decide-from-answers";
import type { ExplanationPart, IdentityField } from "@/lib/domain/matching/vocabulary";
import { codeText } from "@/lib/i18n/code-text";
import texts from "@/lib/i18n/vi/matching.json";

export const RESULT_TITLES =
  "record_id,outcome,person_id,score,second_person_id,second_score,classes,explanation\n";

/** Fields by the titles of their columns. */
const TITLE: Readonly<Record<IdentityField, string>> = {
  fullName: "full_name",
  birthDate: "birth_date",
  sex: "sex",
  idNumber: "id_number",
};

const t = createTranslator({ locale: "vi", messages: texts.explain });

/** One line of the result: the columns of person and score stay empty. */
export function resultRow(
  { recordId, problems }: Pick<RecordLine, "recordId" | "problems">,
  { outcome, classes, explanation }: Pick<GatewayDecision, "outcome" | "classes" | "explanation">,
): string {
  const parts = explanation.map((part) => withReason(part, problems));
  const cells = [
    recordId,
    outcome,
    ...["", "", "", ""],
    classes.map((one) => `${TITLE[one.field]}:${one.class}`).join(";"),
    assembleExplanation(parts, (part) => codeText(t, part, "lead.insufficient")),
  ];
  return `${cells.map(cell).join(",")}\n`;
}

/** A row that can't be compared at all, and why: the same line as without a gateway. */
export function wrongRow(recordId: string, reason: ExplanationPart): string {
  return resultRow(
    { recordId, problems: {} },
    { outcome: "insufficient", classes: [], explanation: [reason] },
  );
}

/** "The birth date is missing" is not the whole truth where one is there that can't be read. */
function withReason(part: ExplanationPart, problems: RecordLine["problems"]): ExplanationPart {
  const [field, level] = part.code.split(".") as [IdentityField, string];
  const problem = level === "missing" ? problems[field] : undefined;
  return problem ? { code: `row.${problem}`, params: {} } : part;
}

/** What a spreadsheet would run as a formula gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
