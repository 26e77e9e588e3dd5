/** Days of the month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** yyyy-MM-dd. */
export function isoDate(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/**
 * The day that a spreadsheet stored as a serial number (1900 system: 32874 is 01/01/1990).
 * Serials up to 60 are off by one there because of the invented 29/02/1900; births are later.
 */
export function dateOfSerial(serial: number): { year: number; month: number; day: number } {
  return utcParts(Date.UTC(1899, 11, 30) + serial * 86_400_000);
}

/** The day after; used for midnight in Viet Nam written as 17:00 UTC of the day before. */
export function nextDay(year: number, month: number, day: number) {
  return utcParts(Date.UTC(year, month - 1, day) + 86_400_000);
}

function utcParts(milliseconds: number) {
  const date = new Date(milliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
