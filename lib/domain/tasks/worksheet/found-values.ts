import type { FieldProblem } from "@/lib/domain/access/error-code";
import { normaliseName } from "@/lib/domain/records/full-name";
import { validateIdNumber } from "@/lib/domain/records/id-number-check";
import type { Parsed } from "@/lib/domain/records/parsed";
import { formatBirthDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { parsePhone } from "@/lib/domain/records/phone";
import { FOUND_FIELDS, type FoundField, type FoundValues } from "./result";

const LONGEST_NAME = 200;

function readDate(text: string): Parsed<string> {
  const date = parseBirthDate(text);
  return date.ok ? { ok: true, value: formatBirthDate(date.value) } : date;
}

function readName(text: string): Parsed<string> {
  return { ok: true, value: normaliseName(text).slice(0, LONGEST_NAME) };
}

const READERS: Record<FoundField, (text: string) => Parsed<string>> = {
  idNumber: validateIdNumber,
  fullName: readName,
  birthDate: readDate,
  phone: parsePhone,
};

/** Reads what a team wrote down: dates dd/MM/yyyy, numbers as digits; and what can't stand, by field. */
export function readFoundValues(texts: Partial<Record<FoundField, string>>): {
  values: FoundValues;
  problems: Partial<Record<FoundField, FieldProblem>>;
} {
  const values: FoundValues = {};
  const problems: Partial<Record<FoundField, FieldProblem>> = {};
  for (const field of FOUND_FIELDS) {
    const text = texts[field]?.trim() ?? "";
    if (text === "") continue;
    const read = READERS[field](text);
    if (read.ok) values[field] = read.value;
    else problems[field] = { code: read.code, params: read.params };
  }
  return { values, problems };
}
