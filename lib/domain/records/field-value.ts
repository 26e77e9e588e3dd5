import type { Identity } from "./identity";
import { formatBirthDate, parseBirthDate } from "./partial-date";
import { parseSex } from "./sex";

/**
 * How a field's value is written wherever it is text: forms, corrections, exports.
 * Dates dd/MM/yyyy, MM/yyyy or yyyy; sex "male" or "female"; the others as they are.
 */
export type WrittenField = keyof Identity | "phone" | "address";

/** The written form of a value that may come in any readable form; null for nothing. */
export function formatFieldValue(field: WrittenField, value: string | null): string | null {
  const text = value?.normalize("NFC").trim() ?? "";
  if (text === "") return null;
  if (field === "birthDate") {
    const date = parseBirthDate(text);
    return date.ok ? formatBirthDate(date.value) : text;
  }
  if (field === "sex") {
    const sex = parseSex(text);
    return sex.ok ? sex.value : text;
  }
  return text;
}

/** An identity as text, field by field. */
export function writtenIdentity(identity: Identity): Record<keyof Identity, string | null> {
  return {
    fullName: identity.fullName,
    birthDate: identity.birthDate ? formatBirthDate(identity.birthDate) : null,
    sex: identity.sex,
    idNumber: identity.idNumber,
  };
}
