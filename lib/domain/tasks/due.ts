import { addWorkingDays, workingDaysBetween } from "./effort";
import type { TaskState } from "./states";

/** While a task is in one of these, the days until it is due are not counted. */
const CLOCK_STOPS: readonly TaskState[] = ["waiting", "transferring", "disputed"];

export interface Clock {
  /** yyyy-MM-dd */
  dueOn: string;
  stopped: boolean;
}

/**
 * The day on which a task is due once it has come to `to`: the working days that it spent with its
 * clock stopped are put on top.
 */
export function clockAfter(
  task: { dueOn: string; stoppedAt: Date | null },
  { to, now }: { to: TaskState; now: Date },
): Clock {
  const stopped = CLOCK_STOPS.includes(to);
  if (stopped || task.stoppedAt === null) return { dueOn: task.dueOn, stopped };
  const days = workingDaysBetween(task.stoppedAt, now);
  const due = addWorkingDays(new Date(`${task.dueOn}T00:00:00Z`), days);
  return { dueOn: due.toISOString().slice(0, 10), stopped };
}
