import { parseIdNumber } from "@/lib/domain/records/id-number";
import type { Parsed } from "@/lib/domain/records/parsed";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { parsePhone } from "@/lib/domain/records/phone";
import { parseSex } from "@/lib/domain/records/sex";
import type { CorrectableField, FieldValues } from "./field-policy";

const READERS: Partial<Record<CorrectableField, (text: string) => Parsed<unknown>>> = {
  birthDate: parseBirthDate,
  sex: parseSex,
  idNumber: parseIdNumber,
  phone: parsePhone,
};

/** Field → code of `records.json` for each value that can't stand; sending waits for these. */
export function invalidValues(values: FieldValues): Record<string, string> {
  const invalid: Record<string, string> = {};
  for (const [field, value] of Object.entries(values) as [CorrectableField, string | null][]) {
    if (field === "fullName" && !value) invalid[field] = "nameMissing";
    const read = value ? READERS[field]?.(value) : undefined;
    if (read && !read.ok) invalid[field] = read.code;
  }
  return invalid;
}
