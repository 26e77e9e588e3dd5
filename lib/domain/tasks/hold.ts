import { addWorkingDays, type WorkCalendar } from "@/lib/domain/units/work-calendar";

const DAY = 24 * 60 * 60 * 1000;
/** Viet Nam is seven hours ahead of UTC, all year round. */
const AHEAD = 7 * 60 * 60 * 1000;

/** The longest that a task may be put off, in days. */
export const MOST_DAYS_HELD = 60;
/** Working days after which police are asked again, where the registry has brought nothing new. */
export const DAYS_FOR_READING = 10;

/** The day (yyyy-MM-dd) that it is in Viet Nam. */
export function dayInVietNam(now: Date): string {
  return new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
}

/** The day (yyyy-MM-dd) that lies so many working days after today in Viet Nam. */
export function workingDayAfter(now: Date, days: number, calendar: WorkCalendar): string {
  return addWorkingDays(dayInVietNam(now), days, calendar);
}

export type HoldProblem = "dayPast" | "dayFar";

/** What is wrong with a day (yyyy-MM-dd) to put a task off until; null for a day that will do. */
export function holdProblem(until: string, now: Date): HoldProblem | null {
  const today = Date.parse(dayInVietNam(now));
  const wanted = Date.parse(until);
  // Until today would be over at once.
  if (wanted <= today) return "dayPast";
  return (wanted - today) / DAY > MOST_DAYS_HELD ? "dayFar" : null;
}
