import {
  type DateParts,
  readParts,
  readRunOfDigits,
  readUtcMidnight,
  splitDate,
} from "./birth-date-text";
import { dateOfSerial, isoDate, isRealDate, nextDay } from "./calendar";
import { accept, type Parsed, refuse } from "./parsed";

/** A date and how much of it is known. `value` is yyyy-MM-dd with 01 for the parts not known. */
export interface PartialDate {
  value: string;
  precision: "day" | "month" | "year";
}

const EARLIEST_YEAR = 1890;
const LATEST_YEAR = 2099;

/**
 * Reads a birth date: dd/MM/yyyy, d-M-yy, yyyy-MM-dd (with or without a time), MM/yyyy, yyyy,
 * words ("ngày 2 tháng 9 năm 1985"), 00/00/yyyy, ddMMyyyy and a spreadsheet's serial number.
 * Codes: `dateMissing`, `dateUnreadable`, `dateNotReal` {date}, `dateOutOfRange` {year}.
 * Warnings: `maybeYearOnly` (01/01, which stays a day), `monthFirst`, `centuryGuessed`, `serialNumber`.
 */
export function parseBirthDate(text: string): Parsed<PartialDate> {
  const trimmed = text.normalize("NFKC").replace(/^'+/, "").trim();
  if (trimmed === "") return refuse("dateMissing");
  const parts = readDate(trimmed);
  return parts ? judge(parts) : refuse("dateUnreadable");
}

function readDate(text: string): DateParts | null {
  const utc = readUtcMidnight(text);
  if (utc) return nextDay(utc.year, utc.month, utc.day);
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return { ...dateOfSerial(Math.floor(Number(text))), warning: "serialNumber" };
  }
  const parts = splitDate(text);
  const [only = ""] = parts;
  if (parts.length > 1) return readParts(parts);
  if (/^\d{4}$/.test(only)) return { year: Number(only), month: 0, day: 0 };
  return readRunOfDigits(only);
}

function judge({ year, month, day, warning }: DateParts): Parsed<PartialDate> {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR)
    return refuse("dateOutOfRange", { year: String(year) });
  if (month === 0) return accept({ value: isoDate(year, 1, 1), precision: "year" }, warning);
  if (!isRealDate(year, month, day === 0 ? 1 : day)) {
    return refuse("dateNotReal", { date: [day, month, year].filter((n) => n > 0).join("/") });
  }
  if (day === 0) return accept({ value: isoDate(year, month, 1), precision: "month" }, warning);
  const yearOnly = day === 1 && month === 1 ? "maybeYearOnly" : undefined;
  return accept({ value: isoDate(year, month, day), precision: "day" }, warning ?? yearOnly);
}

/** dd/MM/yyyy, MM/yyyy or yyyy, by what is known. */
export function formatBirthDate(date: PartialDate): string {
  const [year = "", month = "", day = ""] = date.value.split("-");
  if (date.precision === "year") return year;
  return date.precision === "month" ? `${month}/${year}` : `${day}/${month}/${year}`;
}

/** Day and month exchanged; null when not a full date, when they are equal or when it can't exist. */
export function swapDayAndMonth(date: PartialDate): PartialDate | null {
  if (date.precision !== "day") return null;
  const [year = 0, month = 0, day = 0] = date.value.split("-").map(Number);
  if (month === day || !isRealDate(year, day, month)) return null;
  return { value: isoDate(year, day, month), precision: "day" };
}
