import { ID_PROVINCES } from "./id-provinces";
import { accept, type Parsed, refuse } from "./parsed";
import type { PartialDate } from "./partial-date";
import type { Sex } from "./sex";

/** `personal` 12 digits, `cmnd` the old 9 digits, `zero_lost` one of them without its first zeros. */
export type IdNumberKind = "personal" | "cmnd" | "passport" | "zero_lost" | "unusable";

const LABEL = /^(số\s*)?(cccd|cmnd|cmt|định danh|đddn|hộ chiếu)\s*[:.\-/]*\s*(?=[\dO])/iu;
const SCIENTIFIC = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i;

/**
 * Reads a number as spreadsheets leave it: apostrophe, spaces, dots, letter O for zero, a trailing ".0".
 * The digits come back as received otherwise: a lost zero is only a warning here, see `restoreZero`.
 * Codes: `idNumberMissing`, `idNumberScientific` (digits are gone), `idNumberCharacters`.
 * Warning: `idNumberZeroLost`.
 */
export function parseIdNumber(text: string): Parsed<string> {
  const trimmed = text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\uFEFF]/g, "")
    .trim();
  const bare = trimmed
    .replace(/^['"‘’`]+|['"‘’`]+$/g, "")
    .replace(LABEL, "")
    .trim();
  if (bare === "") return refuse("idNumberMissing");
  const scientific = readScientific(bare);
  if (scientific) return scientific;
  const digits = bare
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/[\s.\-_,/]/g, "")
    .toUpperCase();
  if (isPassport(digits)) return accept(digits);
  const zeroed = digits.replace(/O/g, "0");
  return /^\d+$/.test(zeroed) ? withZeroWarning(zeroed) : refuse("idNumberCharacters");
}

/** "7.9085001234E+10" still holds every digit; "7.92E+10" has lost them for good. */
function readScientific(text: string): Parsed<string> | null {
  const found = SCIENTIFIC.exec(text.replace(/\s/g, ""));
  if (!found) return null;
  const [, head = "", decimals = "", exponent = ""] = found;
  if (decimals.length !== Number(exponent)) return refuse("idNumberScientific");
  return withZeroWarning(head + decimals);
}

function withZeroWarning(digits: string): Parsed<string> {
  return accept(digits, idNumberKind(digits) === "zero_lost" ? "idNumberZeroLost" : undefined);
}

function isPassport(text: string): boolean {
  return /^[A-NP-Z]\d{7,8}$/.test(text);
}

/** Numbers typed to get past a form: one digit repeated, or counting up. */
function isPlaceholder(digits: string): boolean {
  return /^(\d)\1+$/.test(digits) || "01234567890123456789".includes(digits);
}

/** What a normalised number is. Numbers typed to fill the field are `unusable`. */
export function idNumberKind(number: string): IdNumberKind {
  if (isPassport(number)) return "passport";
  if (!/^\d+$/.test(number) || isPlaceholder(number)) return "unusable";
  if (number.length === 12) return number.startsWith("000") ? "unusable" : "personal";
  if (number.length === 9) return "cmnd";
  return restoreZero(number) ? "zero_lost" : "unusable";
}

/**
 * Puts the first zeros back: 11 digits → 12, 10 digits → 12 (provinces 001–008), 8 digits → a CMND
 * of 9. Null when the result would not be a plausible number.
 */
export function restoreZero(number: string): string | null {
  if (!/^\d+$/.test(number) || isPlaceholder(number)) return null;
  if (number.length === 8) return `0${number}`;
  if (number.length !== 10 && number.length !== 11) return null;
  const restored = number.padStart(12, "0");
  const known = ID_PROVINCES[restored.slice(0, 3)] !== undefined;
  return known && Number(restored[3]) <= 3 ? restored : null;
}

/**
 * What a 12-digit number says about its holder, held against what the record says. Null is "can't
 * tell". A disagreement is a warning and never an error: real numbers were issued wrongly.
 */
export function idNumberHints(
  number: string,
  holder: { birthDate: PartialDate | null; sex: Sex | null },
): { yearAgrees: boolean | null; sexAgrees: boolean | null; province: string | null } {
  if (idNumberKind(number) !== "personal") {
    return { yearAgrees: null, sexAgrees: null, province: null };
  }
  const { year, sex } = readPersonalNumber(number);
  return {
    yearAgrees: holder.birthDate ? Number(holder.birthDate.value.slice(0, 4)) === year : null,
    sexAgrees: holder.sex ? holder.sex === sex : null,
    province: ID_PROVINCES[number.slice(0, 3)] ?? null,
  };
}

/** Birth year and sex carried by a 12-digit number (fourth digit: century and sex). */
export function readPersonalNumber(number: string): { year: number; sex: Sex } {
  const digit = Number(number[3]);
  return {
    year: 1900 + Math.floor(digit / 2) * 100 + Number(number.slice(4, 6)),
    sex: digit % 2 === 0 ? "male" : "female",
  };
}
