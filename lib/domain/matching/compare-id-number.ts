import { idNumberKind, parseIdNumber, restoreZero } from "@/lib/domain/records/id-number";
import { editDistance } from "./edit-distance";

interface NumberHolder {
  idNumber: string | null;
  oldIds: readonly string[];
}

/** The digits of a number without the damage of spreadsheets; null when there are none. */
export function cleanNumber(text: string | null): string | null {
  if (text === null) return null;
  const read = parseIdNumber(text);
  return read.ok ? read.value : null;
}

/** The number that can be looked up: 12 digits, an old CMND, or one whose zero was put back. */
export function usableNumber(text: string | null): string | null {
  const number = cleanNumber(text);
  if (number === null) return null;
  const kind = idNumberKind(number);
  if (kind === "personal" || kind === "cmnd") return number;
  return kind === "zero_lost" ? restoreZero(number) : null;
}

/** The level at which a record's number agrees with a person's number and older numbers. */
export function idNumberLevel(raw: string | null, person: NumberHolder): string {
  const number = cleanNumber(raw);
  if (number === null) return "missing";
  const kind = idNumberKind(number);
  if (kind === "passport") return "unusable";
  if (kind !== "unusable") {
    const found = carriedLevel(number, raw, person);
    if (found) return found;
  }
  return strangerLevel(number, kind, person.idNumber);
}

/** The person carries the number, now or before. */
function carriedLevel(number: string, raw: string | null, person: NumberHolder): string | null {
  if (number === person.idNumber) return number === raw ? "same" : "spacing";
  const restored = restoreZero(number);
  if (restored !== null && restored === person.idNumber) return "restored";
  const isOld = person.oldIds.includes(number);
  const isOldRestored = restored !== null && person.oldIds.includes(restored);
  return isOld || isOldRestored ? "registered" : null;
}

function strangerLevel(number: string, kind: string, other: string | null): string {
  if (other !== null && number.length >= 9 && editDistance(number, other) === 1) return "one_digit";
  if (kind === "unusable") return "unusable";
  if (other === null) return "missing";
  return number.length === 9 && other.length === 12 ? "unlinked" : "different";
}
