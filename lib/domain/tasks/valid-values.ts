import type { FieldProblem } from "@/lib/domain/access/error-code";
import { validateIdNumber } from "@/lib/domain/records/id-number-check";
import type { Parsed } from "@/lib/domain/records/parsed";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { parsePhone } from "@/lib/domain/records/phone";
import { parseSex } from "@/lib/domain/records/sex";
import type { CorrectableField, FieldValues } from "./field-policy";

const READERS: Partial<Record<CorrectableField, (text: string) => Parsed<unknown>>> = {
  birthDate: parseBirthDate,
  sex: parseSex,
  idNumber: validateIdNumber,
  phone: parsePhone,
};

/** A value as its field reads it; undefined for fields that take any text. */
export function readValue(field: CorrectableField, text: string): Parsed<unknown> | undefined {
  return READERS[field]?.(text);
}

/** Field → what is wrong, for each value that can't stand; sending waits for these. */
export function invalidValues(values: FieldValues): Record<string, FieldProblem> {
  const invalid: Record<string, FieldProblem> = {};
  for (const [field, value] of Object.entries(values) as [CorrectableField, string | null][]) {
    if (field === "fullName" && !value) invalid[field] = { code: "nameMissing" };
    const read = value ? readValue(field, value) : undefined;
    if (read && !read.ok) invalid[field] = { code: read.code, params: read.params };
  }
  return invalid;
}
