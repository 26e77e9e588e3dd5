import type { FieldProblem } from "@/lib/domain/access/error-code";
import { formatFieldValue } from "@/lib/domain/records/field-value";
import { idNumberWarnings } from "@/lib/domain/records/id-number-check";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { parsePhone } from "@/lib/domain/records/phone";
import type { Sex } from "@/lib/domain/records/sex";
import type { CorrectableField, FieldValues } from "./field-policy";
import { invalidValues, readValue } from "./valid-values";

/** What there is to say about a value while somebody types it. */
export interface TypedValue {
  error: FieldProblem | null;
  /** worth a second look, never in the way */
  warnings: FieldProblem[];
  /** how it will be written, where that isn't how it was typed */
  writtenAs: string | null;
  /** how much of a date is known */
  precision: "day" | "month" | "year" | null;
  /** a value that was probably meant */
  suggestion: string | null;
}

const NOTHING: TypedValue = {
  error: null,
  warnings: [],
  writtenAs: null,
  precision: null,
  suggestion: null,
};

/** "none" stands for no suggestion: the sentence has a form for it. */
function suggestionOf(error: FieldProblem | null): string | null {
  const suggestion = error?.params?.suggestion;
  return typeof suggestion === "string" && suggestion !== "none" ? suggestion : null;
}

function warningsOf(field: CorrectableField, text: string, holder: FieldValues): FieldProblem[] {
  const read = readValue(field, text);
  const warning = read?.ok && read.warning ? [{ code: read.warning }] : [];
  if (field !== "idNumber" || !read?.ok) return warning;
  const date = parseBirthDate(holder.birthDate ?? "");
  const of = { birthDate: date.ok ? date.value : null, sex: (holder.sex ?? null) as Sex | null };
  return [...warning, ...idNumberWarnings(read.value as string, of)];
}

function writtenAs(field: CorrectableField, text: string): string | null {
  const phone = field === "phone" ? parsePhone(text) : null;
  const written = phone?.ok ? phone.value : formatFieldValue(field, text);
  return written === text.normalize("NFC").trim() ? null : written;
}

function precisionOf(field: CorrectableField, text: string): TypedValue["precision"] {
  const date = field === "birthDate" ? parseBirthDate(text) : null;
  return date?.ok ? date.value.precision : null;
}

/** Judges what was typed into a field, beside the other values as they stand. Masked digits are no digits. */
export function readTyped(field: CorrectableField, text: string, holder: FieldValues): TypedValue {
  if (text.trim() === "" && field !== "fullName") return NOTHING;
  const error = invalidValues({ [field]: text.trim() })[field] ?? null;
  if (error) return { ...NOTHING, error, suggestion: suggestionOf(error) };
  return {
    error: null,
    warnings: warningsOf(field, text, holder),
    writtenAs: writtenAs(field, text),
    precision: precisionOf(field, text),
    suggestion: null,
  };
}
