import { addWorkingDays, isWorkingDay, type WorkCalendar } from "@/lib/domain/units/work-calendar";

/** Days are "yyyy-MM-dd", as they are in Viet Nam. */
export type Day = string;

/** From and to, both included. */
export interface Days {
  from: Day;
  to: Day;
}

/** Days on which a unit, and everything below it, has only `share` per cent left for this work. */
export interface Campaign extends Days {
  unitPath: string;
  share: number;
}

/** What an officer can give: minutes of an ordinary working day, and the days that are none. */
export interface Giving {
  minutes: number;
  unitPath: string;
  absences: readonly Days[];
}

/** What holds for everybody: campaigns, and the days that differ from the week. */
export interface Around {
  campaigns: readonly Campaign[];
  calendar: WorkCalendar;
}

/** How many working days ahead an assignment looks. */
export const DAYS_AHEAD = 5;
/** Beyond this many working days "when will it be done" has no answer worth reading. */
export const LONGEST_FORECAST = 250;

const AHEAD = 7 * 60 * 60 * 1000;

/** The day that it is in Viet Nam. */
export function dayOf(now: Date): Day {
  return new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
}

/** The next `count` working days, `from` among them where it is one. */
export function workingDays(from: Day, count: number, calendar: WorkCalendar): Day[] {
  const days = isWorkingDay(from, calendar) ? [from] : [];
  while (days.length < count) days.push(addWorkingDays(days.at(-1) ?? from, 1, calendar));
  return days.slice(0, count);
}

/** The working day that lies `count` working days before `day`. */
export function workingDaysAgo(day: Day, count: number, calendar: WorkCalendar): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = new Date(Date.parse(`${at}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

export function holds({ from, to }: Days, day: Day): boolean {
  return from <= day && day <= to;
}

export function isAbsent({ absences }: Pick<Giving, "absences">, day: Day): boolean {
  return absences.some((absence) => holds(absence, day));
}

/** What campaigns leave of a day at a unit, in per cent: the strictest of them counts. */
export function shareOn(day: Day, unitPath: string, campaigns: readonly Campaign[]): number {
  const there = campaigns.filter((one) => unitPath.startsWith(one.unitPath) && holds(one, day));
  return Math.min(100, ...there.map(({ share }) => share));
}

/** The same for a day that is known to be a working day. */
function minutesAt(day: Day, giving: Giving, campaigns: readonly Campaign[]): number {
  if (isAbsent(giving, day)) return 0;
  return Math.floor((giving.minutes * shareOn(day, giving.unitPath, campaigns)) / 100);
}

/** Minutes that an officer has for this work on a day; none on a day that isn't a working day. */
export function minutesOn(day: Day, giving: Giving, of: Around): number {
  return isWorkingDay(day, of.calendar) ? minutesAt(day, giving, of.campaigns) : 0;
}

/** Minutes over several working days. */
export function minutesIn(
  days: readonly Day[],
  giving: Giving,
  campaigns: readonly Campaign[],
): number {
  return days.reduce((sum, day) => sum + minutesAt(day, giving, campaigns), 0);
}

export interface Forecast {
  /** working days until nothing is left, today among them */
  days: number;
  /** the day on which that is */
  on: Day;
}

/**
 * When `minutes` of work are done by these officers together, as their capacity is known today; null
 * when it takes longer than a year of work, or nobody gives anything.
 */
export function forecast(
  minutes: number,
  of: Around & { from: Day; givings: readonly Giving[] },
): Forecast | null {
  if (minutes <= 0) return { days: 0, on: of.from };
  let left = minutes;
  const days = workingDays(of.from, LONGEST_FORECAST, of.calendar);
  for (const [at, day] of days.entries()) {
    left -= of.givings.reduce((sum, one) => sum + minutesAt(day, one, of.campaigns), 0);
    if (left <= 0) return { days: at + 1, on: day };
  }
  return null;
}
