import { isRealDate } from "@/lib/domain/records/calendar";
import { type PartialDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { parseSex, type Sex } from "@/lib/domain/records/sex";
import { decode } from "./utf8";

/** A cell: the bytes from `start` to `end`. */
export interface Cell {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/**
 * A date as one whole number: yyyymmdd × 4 + precision (0 day, 1 month, 2 year), with 01 for the parts
 * not known; 0 where there is none.
 */
export type PackedDate = number;
const PRECISIONS = ["day", "month", "year"] as const;

export function packDate(date: PartialDate | null): PackedDate {
  if (!date) return 0;
  const [year = 0, month = 0, day = 0] = date.value.split("-").map(Number);
  return (year * 10_000 + month * 100 + day) * 4 + PRECISIONS.indexOf(date.precision);
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

export function unpackDate(packed: PackedDate): PartialDate | null {
  if (packed === 0) return null;
  const day = Math.floor(packed / 4);
  const value = `${String(Math.floor(day / 10_000)).padStart(4, "0")}-${two(Math.floor(day / 100) % 100)}-${two(day % 100)}`;
  return { value, precision: PRECISIONS[packed % 4] ?? "day" };
}

/** The number that these bytes write; −1 when one of them is no digit. */
function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const SLASH = 0x2f;
const FIRST_YEAR = 1890;
const LAST_YEAR = 2099;

/** A birth date as it is written in files; a day that no calendar has leaves its year. */
export function readDate({ bytes, start, end }: Cell): PackedDate {
  if (end - start === 10 && bytes[start + 2] === SLASH && bytes[start + 5] === SLASH) {
    const day = digits(bytes, start, start + 2);
    const month = digits(bytes, start + 3, start + 5);
    const year = digits(bytes, start + 6, end);
    if (isPlainDate({ day, month, year })) return (year * 10_000 + month * 100 + day) * 4;
  }
  return packDate(readDateText(decode(bytes, start, end)));
}

function isPlainDate({ day, month, year }: { day: number; month: number; year: number }): boolean {
  return day > 0 && year >= FIRST_YEAR && year <= LAST_YEAR && isRealDate(year, month, day);
}

/** Codes and forms as in `parseBirthDate`; null where nothing is known. */
export function readDateText(text: string): PartialDate | null {
  const read = parseBirthDate(text);
  if (read.ok) return read.value;
  if (read.code !== "dateNotReal") return null;
  const year = /(\d{4})$/.exec(String(read.params?.date ?? ""))?.[1];
  return year ? { value: `${year}-01-01`, precision: "year" } : null;
}

const SEX_CODES = new Map<string, Sex | null>([
  ["Nam", "male"],
  ["Nữ", "female"],
  ["1", "male"],
  // Files that write 1 for men write 0 for women; the coding with 2 is another standard.
  ["0", "female"],
  ["", null],
]);
const MOST_REMEMBERED = 500;

/** A sex in words or coded 1 (male), 0 or 2 (female). */
export function readSexText(text: string): Sex | null {
  const known = SEX_CODES.get(text);
  if (known !== undefined) return known;
  const trimmed = text.trim();
  const read = parseSex(trimmed);
  const sex = read.ok ? read.value : (SEX_CODES.get(trimmed) ?? null);
  if (SEX_CODES.size < MOST_REMEMBERED) SEX_CODES.set(text, sex);
  return sex;
}

export const PERSONAL_DIGITS = 12;

/** The value of a cell of exactly twelve digits that can be a personal number; −1 otherwise. */
export function readPersonalDigits({ bytes, start, end }: Cell): number {
  if (end - start !== PERSONAL_DIGITS) return -1;
  const value = digits(bytes, start, end);
  // Below this the first three digits are 000, which is no province; repeated and ascending digits
  // are typed to fill a field. Both are left to whoever reads numbers in general.
  if (value < 1_000_000_000 || isRow(bytes, start)) return -1;
  return value;
}

/** The first four digits are alike or count up: too suspicious for the short way. */
function isRow(bytes: Uint8Array, start: number): boolean {
  const step = (bytes[start + 1] ?? 0) - (bytes[start] ?? 0);
  if (step !== 0 && step !== 1) return false;
  for (let at = start + 1; at < start + 3; at++) {
    if ((bytes[at + 1] ?? 0) - (bytes[at] ?? 0) !== step) return false;
  }
  return true;
}

export function sameBytes(a: Cell, b: Cell): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let at = 0; at < length; at++) {
    if (a.bytes[a.start + at] !== b.bytes[b.start + at]) return false;
  }
  return true;
}
