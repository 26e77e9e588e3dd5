import {
  addWorkingDays,
  type WorkCalendar,
  workingDaysBetween,
} from "@/lib/domain/units/work-calendar";
import type { Owner } from "./communes";

const HOUR = 60 * 60 * 1000;
/** Viet Nam is seven hours ahead of UTC. */
const AHEAD = 7 * HOUR;

/** The day (yyyy-MM-dd) that lies so many days from today in Viet Nam. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + AHEAD + days * 24 * HOUR).toISOString().slice(0, 10);
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

/** The next working day (yyyy-MM-dd) after today. */
export async function nextWorkingDay(owner: Owner): Promise<string> {
  return addWorkingDays(dayFromToday(0), 1, await calendarOf(owner));
}

/**
 * Says of a day that it is off, or worked, for as long as `run` takes: the calendar is everybody's, and
 * other tests count on it.
 */
export async function withDay<T>(
  owner: Owner,
  of: { day: string; working: boolean },
  run: () => Promise<T>,
): Promise<T> {
  const { rows } = await owner.query<{ working: boolean }>(
    "select working from work_calendar where day = $1",
    [of.day],
  );
  const set = (working: boolean) =>
    owner.query(
      `insert into work_calendar (day, working, name, source) values ($1, $2, 'Ngày thử', 'Thử nghiệm')
       on conflict (day) do update set working = excluded.working`,
      [of.day, working],
    );
  await set(of.working);
  try {
    return await run();
  } finally {
    const [was] = rows;
    if (was) await set(was.working);
    else await owner.query("delete from work_calendar where day = $1", [of.day]);
  }
}

/** A due day (yyyy-MM-dd), put off by the working days since so many days ago. */
export async function laterBy(owner: Owner, due: string, daysAgo: number): Promise<string> {
  const calendar = await calendarOf(owner);
  const held = workingDaysBetween(dayFromToday(-daysAgo), dayFromToday(0), calendar);
  return addWorkingDays(due, held, calendar);
}
