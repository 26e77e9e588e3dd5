import {
  addWorkingDays,
  type WorkCalendar,
  workingDaysBetween,
} from "@/lib/domain/units/work-calendar";
import type { Owner } from "./communes";

const HOUR = 60 * 60 * 1000;
/** Viet Nam is seven hours ahead of UTC. */
const AHEAD = 7 * HOUR;

function isWeekend(day: Date): boolean {
  return day.getUTCDay() % 6 === 0;
}

/** The day (yyyy-MM-dd) that lies so many days from today in Viet Nam. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + AHEAD + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** The next day (yyyy-MM-dd) that is no Saturday or Sunday. */
export function nextWorkingDay(): string {
  let ahead = 1;
  while (isWeekend(new Date(dayFromToday(ahead)))) ahead += 1;
  return dayFromToday(ahead);
}

/** The days that the database knows to differ from the week. */
export async function calendarOf(owner: Owner): Promise<WorkCalendar> {
  const { rows } = await owner.query<{ day: string; working: boolean }>(
    "select day::text, working from work_calendar",
  );
  const days = (working: boolean) =>
    new Set(rows.filter((row) => row.working === working).map((row) => row.day));
  return { off: days(false), working: days(true) };
}

/** A due day (yyyy-MM-dd), put off by the working days since so many days ago. */
export async function laterBy(owner: Owner, due: string, daysAgo: number): Promise<string> {
  const calendar = await calendarOf(owner);
  const held = workingDaysBetween(dayFromToday(-daysAgo), dayFromToday(0), calendar);
  return addWorkingDays(due, held, calendar);
}
