import { dateOfSerial, isoDate } from "@/lib/domain/records/calendar";

/** How a style shows a number: as itself, with leading zeros, or as a date. */
export type NumberFormat =
  | { kind: "plain" }
  | { kind: "zeros"; digits: number }
  | { kind: "date"; shows: Shows };
type Shows = "day" | "month" | "year" | "time";

export const PLAIN: NumberFormat = { kind: "plain" };

const DAYS_1904 = 1462;
const SECONDS_A_DAY = 86_400;
/** 31/12/9999, the last day that a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/** Built-in formats of dates by their number; 17 is "May-85", the last two are times. */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number, shows: Shows])[] = [
  [14, 16, "day"],
  [17, 17, "month"],
  [22, 22, "day"],
  [27, 36, "day"],
  [50, 58, "day"],
  [18, 21, "time"],
  [45, 47, "time"],
];

export function builtInFormat(id: number): NumberFormat {
  const range = BUILT_IN_DATES.find(([from, to]) => id >= from && id <= to);
  return range ? { kind: "date", shows: range[2] } : PLAIN;
}

/** A format code as it stands in the styles: "dd/mm/yyyy", "000000000000", "#,##0". */
export function readFormatCode(code: string): NumberFormat {
  const [positive = ""] = code.split(";");
  if (/^[0\s\-\\]+$/.test(positive)) {
    const digits = positive.replace(/[^0]/g, "").length;
    return digits > 1 ? { kind: "zeros", digits } : PLAIN;
  }
  const letters = positive
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/general|standard/.test(letters)) return PLAIN;
  return readDateLetters(letters);
}

/** "m" is a month unless hours or seconds stand in the same code and days and years don't. */
function readDateLetters(letters: string): NumberFormat {
  if (/d/.test(letters)) return { kind: "date", shows: "day" };
  const time = /[hs]/.test(letters);
  if (/y/.test(letters)) return { kind: "date", shows: /m/.test(letters) ? "month" : "year" };
  if (time) return { kind: "date", shows: "time" };
  return /m/.test(letters) ? { kind: "date", shows: "month" } : PLAIN;
}

/**
 * The number as the sheet shows it. Dates become dd/MM/yyyy, with HH:mm where there is a time; what
 * the sheet shows as a month or a year stays one, unless the cell holds another day than the first.
 */
export function formatNumber(text: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return text;
  if (format.kind === "zeros" && Number.isInteger(value) && value >= 0) {
    return plainNumber(value).padStart(format.digits, "0");
  }
  if (format.kind !== "date" || value < 0 || value > LAST_SERIAL) return plainNumber(value);
  return formatSerial(from1904 ? value + DAYS_1904 : value, format.shows);
}

/** Spreadsheets keep fifteen digits; more are noise of the binary number. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

function formatSerial(serial: number, shows: Shows): string {
  const seconds = Math.round((serial - Math.floor(serial)) * SECONDS_A_DAY);
  const time = formatTime(seconds);
  if (serial < 1 || shows === "time") return time;
  const date = formatDay(Math.floor(serial), shows);
  return seconds > 0 ? `${date} ${time}` : date;
}

function formatDay(serial: number, shows: Shows): string {
  // The sheet's own calendar has a 29/02/1900, so days before March are one off.
  const { year, month, day } = dateOfSerial(serial < 60 ? serial + 1 : serial);
  const [, mm = "", dd = ""] = isoDate(year, month, day).split("-");
  if (shows === "year" && day === 1 && month === 1) return String(year);
  if (shows === "month" && day === 1) return `${mm}/${year}`;
  return `${dd}/${mm}/${year}`;
}

function formatTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}`;
}
