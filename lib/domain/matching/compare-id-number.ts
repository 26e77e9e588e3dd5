import { idNumberKind, parseIdNumber, restoreZero } from "@/lib/domain/records/id-number";
import { editDistance } from "./edit-distance";

interface NumberHolder {
  idNumber: string | null;
  oldIds: readonly string[];
}

interface ReadNumber {
  clean: string | null;
  usable: string | null;
}

/** A record's number is read for its keys and for each of its candidates. */
const LATELY = new Map<string, ReadNumber>();
const MOST_REMEMBERED = 256;

function readNumber(text: string): ReadNumber {
  const known = LATELY.get(text);
  if (known) return known;
  const read = parseIdNumber(text);
  const clean = read.ok ? read.value : null;
  const made = { clean, usable: clean === null ? null : usableOf(clean) };
  if (LATELY.size >= MOST_REMEMBERED) LATELY.clear();
  LATELY.set(text, made);
  return made;
}

function usableOf(number: string): string | null {
  const kind = idNumberKind(number);
  if (kind === "personal" || kind === "cmnd") return number;
  return kind === "zero_lost" ? restoreZero(number) : null;
}

/** The digits of a number without the damage of spreadsheets; null when there are none. */
export function cleanNumber(text: string | null): string | null {
  return text === null ? null : readNumber(text).clean;
}

/** The number that can be looked up: 12 digits, an old CMND, or one whose zero was put back. */
export function usableNumber(text: string | null): string | null {
  return text === null ? null : readNumber(text).usable;
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
