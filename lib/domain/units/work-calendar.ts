/** Days (yyyy-MM-dd) that differ from the week: days off, and Saturdays or Sundays that are worked. */
export interface WorkCalendar {
  off: ReadonlySet<string>;
  working: ReadonlySet<string>;
}

/** A calendar that knows the week only. */
export const NO_DAYS: WorkCalendar = { off: new Set(), working: new Set() };

/** Viet Nam is seven hours ahead of UTC, all year round. */
const AHEAD = 7 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** The day (yyyy-MM-dd) and the hour (0 to 23) that it is in Viet Nam. */
export function clockThere(at: Date): { day: string; hour: number } {
  const there = new Date(at.getTime() + AHEAD);
  return { day: there.toISOString().slice(0, 10), hour: there.getUTCHours() };
}

/** Whether public offices work on a day: the calendar's word, else Monday to Friday. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  if (calendar.working.has(day)) return true;
  if (calendar.off.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day that lies `count` calendar days after `day`, or before it where that is less than none. */
export function dayAfter(day: string, count = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** The day itself where it is worked, else the next one that is. */
export function workingDayFrom(day: string, calendar: WorkCalendar): string {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** The day that lies `days` working days after `day`; the day itself for none. */
export function addWorkingDays(day: string, days: number, calendar: WorkCalendar): string {
  let at = day;
  for (let left = days; left > 0; ) {
    at = dayAfter(at);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Working days after `from` and not after `to`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = from; at < to; ) {
    at = dayAfter(at);
    if (isWorkingDay(at, calendar)) count += 1;
  }
  return count;
}
