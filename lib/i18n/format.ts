import { DEFAULT_LOCALE, type Locale, TIME_ZONE } from "./locales";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";
const PLAIN_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A moment: a Date, milliseconds, or an ISO text with time and zone. */
type Moment = Date | number | string;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function clockParts(moment: Moment): Record<string, string> {
  const parts = clock.formatToParts(new Date(moment));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/**
 * dd/MM/yyyy. A plain day ("2026-11-23") is written as it stands, without any time zone;
 * a moment is the day it was in Viet Nam.
 */
export function formatDate(value: Moment): string {
  const day = typeof value === "string" ? PLAIN_DAY.exec(value) : null;
  if (day) return `${day[3]}/${day[2]}/${day[1]}`;
  const at = clockParts(value);
  return `${at.day}/${at.month}/${at.year}`;
}

/** HH:mm, the time it was in Viet Nam. */
export function formatTime(moment: Moment): string {
  const at = clockParts(moment);
  return `${at.hour}:${at.minute}`;
}

/** HH:00, an hour of the day. */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** HH:mm dd/MM/yyyy, the way a cut-off is printed. */
export function formatDateTime(moment: Moment): string {
  return `${formatTime(moment)} ${formatDate(new Date(moment))}`;
}

/** Making one costs more than a hundred uses of it. */
const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(digits: number, locale: Locale): Intl.NumberFormat {
  const name = `${locale} ${digits}`;
  const known = numbers.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  numbers.set(name, made);
  return made;
}

/** 1.234.567 (1,234,567 in English). `digits` is the exact number of decimals. */
export function formatNumber(value: number, digits = 0, locale: Locale = DEFAULT_LOCALE): string {
  return numberFormat(digits, locale).format(value);
}

/** 12,5 % from a ratio (0.125), with a space that does not break. */
export function formatPercent(ratio: number, digits = 1, locale: Locale = DEFAULT_LOCALE): string {
  return `${formatNumber(ratio * 100, digits, locale)}${NO_BREAK_SPACE}%`;
}

/** Points with their sign: +1,9 or −2,0. */
export function formatPoints(points: number, locale: Locale = DEFAULT_LOCALE): string {
  const size = formatNumber(Math.abs(points), 1, locale);
  const sign = points < 0 ? MINUS : "+";
  return Number(Math.abs(points).toFixed(1)) === 0 ? size : `${sign}${size}`;
}
