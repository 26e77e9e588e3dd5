import {
  addWorkingDays,
  clockThere,
  type WorkCalendar,
  workingDaysBetween,
} from "@/lib/domain/units/work-calendar";
import type { TaskState } from "./states";

/** Working days until a new task is due. */
const WORKING_DAYS_DUE = 10;

/** The day (yyyy-MM-dd) on which a task made at `now` is due, by the calendar of Viet Nam. */
export function dueDay(now: Date, calendar: WorkCalendar): string {
  return addWorkingDays(clockThere(now).day, WORKING_DAYS_DUE, calendar);
}

/** While a task is in one of these, the days until it is due are not counted. */
const CLOCK_STOPS: readonly TaskState[] = ["waiting", "transferring", "disputed"];

export interface Clock {
  /** yyyy-MM-dd */
  dueOn: string;
  stopped: boolean;
}

interface Moved {
  to: TaskState;
  now: Date;
  calendar: WorkCalendar;
}

/**
 * The day on which a task is due once it has come to `to`: the working days that it spent with its
 * clock stopped are put on top.
 */
export function clockAfter(
  task: { dueOn: string; stoppedAt: Date | null },
  { to, now, calendar }: Moved,
): Clock {
  const stopped = CLOCK_STOPS.includes(to);
  if (stopped || task.stoppedAt === null) return { dueOn: task.dueOn, stopped };
  const [from, until] = [clockThere(task.stoppedAt).day, clockThere(now).day];
  const days = workingDaysBetween(from, until, calendar);
  return { dueOn: addWorkingDays(task.dueOn, days, calendar), stopped };
}
