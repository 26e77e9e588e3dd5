/** What a text says about a date before it is judged: 0 is "not known", null is unreadable. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  warning?: string;
}

const WORDS = /(ngày|ngay|tháng|thang|năm|nam|sinh|sn|khoảng|khoang)/gi;
/** Two-digit years up to here are of this century: the youngest people in the campaign. */
const PIVOT = 25;

const UTC_MIDNIGHT = /^(\d{4})-(\d{1,2})-(\d{1,2})T17:00(:00(\.0+)?)?Z$/;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|AM|PM|[+-]\d{2}:?\d{2})?$/i;

/** Midnight in Viet Nam, written by a system that thinks in UTC, is 17:00 of the day before. */
export function readUtcMidnight(text: string): DateParts | null {
  const found = UTC_MIDNIGHT.exec(text);
  if (!found) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

/** Numbers of the date in the order written, unknown parts ("--", "xx", "??") as "0". */
export function splitDate(text: string): string[] {
  return text
    .replace(TIME_OF_DAY, "")
    .replace(WORDS, " ")
    .replace(/(?<![\d])(x{1,4}|\?{1,4}|_{1,4}|-{2,4}|\.{2,4})(?=[/\-. ])/gi, "0")
    .trim()
    .split(/[\s/\-.,]+/)
    .filter((part) => part !== "");
}

/** Reads two or three written numbers; null when they can't be a date in any order. */
export function readParts(parts: string[]): DateParts | null {
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  if (parts.length === 2) return readMonthAndYear(parts);
  if (parts.length !== 3) return null;
  const [first = "", second = "", third = ""] = parts;
  if (first.length === 4) return { year: +first, month: +second, day: +third };
  if (first.length > 2 || second.length > 2) return null;
  return dayFirst(+first, +second, fullYear(third));
}

function readMonthAndYear([first = "", second = ""]: string[]): DateParts | null {
  if (first.length === 4 && second.length <= 2) return { year: +first, month: +second, day: 0 };
  if (second.length === 4 && first.length <= 2) return { year: +second, month: +first, day: 0 };
  return null;
}

function dayFirst(day: number, month: number, year: DateParts | null): DateParts | null {
  if (!year) return null;
  // 03/25/1985 does not exist with the day first; it does in US order.
  if (month > 12 && day >= 1 && day <= 12)
    return { ...year, month: day, day: month, warning: "monthFirst" };
  return { ...year, month, day };
}

function fullYear(text: string): DateParts | null {
  if (text.length === 4) return { year: +text, month: 0, day: 0 };
  if (text.length !== 2) return null;
  const year = +text <= PIVOT ? 2000 + +text : 1900 + +text;
  return { year, month: 0, day: 0, warning: "centuryGuessed" };
}

/** 12031985 and 19850312; seven digits have lost the zero of the day. */
export function readRunOfDigits(text: string): DateParts | null {
  if (!/^\d{7,8}$/.test(text)) return null;
  const digits = text.padStart(8, "0");
  const year = Number(digits.slice(4));
  if (year >= 1890 && year <= 2099)
    return { year, month: Number(digits.slice(2, 4)), day: Number(digits.slice(0, 2)) };
  if (text.length === 7) return null;
  return {
    year: Number(digits.slice(0, 4)),
    month: Number(digits.slice(4, 6)),
    day: Number(digits.slice(6)),
  };
}
