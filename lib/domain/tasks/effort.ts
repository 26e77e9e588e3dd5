import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";

/**
 * Minutes that a task of each class is expected to take: estimates to balance loads with, to be
 * replaced by what tasks are measured to take.
 */
export const EFFORT_MINUTES: Record<DifferenceClass, number> = {
  same: 1,
  format: 1,
  no_diacritics: 1,
  diacritics: 2,
  abbreviated: 2,
  order: 2,
  typo: 3,
  partial_date: 3,
  swapped_date: 2,
  leading_zero: 2,
  old_number: 5,
  regional: 5,
  different: 10,
  missing: 20,
};

export const DAY = 24 * 60 * 60 * 1000;
/** Working days until a new task is due. */
const WORKING_DAYS_DUE = 10;
/** Viet Nam is seven hours ahead of UTC, all year round. */
export const AHEAD = 7 * 60 * 60 * 1000;

/** The day that lies `days` working days after `from` (Saturdays and Sundays don't count). */
export function addWorkingDays(from: Date, days: number): Date {
  let at = from.getTime();
  for (let left = days; left > 0; ) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
}

/** The day (yyyy-MM-dd) on which a task made at `now` is due, by the calendar of Viet Nam. */
export function dueDay(now: Date): string {
  const there = new Date(now.getTime() + AHEAD);
  return addWorkingDays(there, WORKING_DAYS_DUE).toISOString().slice(0, 10);
}

/** Working days that have begun after the day of `from` and not after the day of `to`. */
export function workingDaysBetween(from: Date, to: Date): number {
  const day = (at: Date) => Math.floor((at.getTime() + AHEAD) / DAY);
  let count = 0;
  for (let at = day(from) + 1; at <= day(to); at += 1) {
    const weekday = new Date(at * DAY).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
