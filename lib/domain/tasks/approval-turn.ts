import {
  addWorkingDays as addDays,
  isWorkingDay as isWorked,
  NO_DAYS,
  type WorkCalendar,
} from "@/lib/domain/units/work-calendar";

const DAY = 24 * 60 * 60 * 1000;
/** Viet Nam is seven hours ahead of UTC, all year round. */
const AHEAD = 7 * 60 * 60 * 1000;

/** How many units lie between a task and whoever is above it: 0 in its own unit, null elsewhere. */
export function levelsAbove(taskPath: string, actorPath: string): number | null {
  if (!taskPath.startsWith(actorPath)) return null;
  const depth = (path: string) => path.split(".").length;
  return depth(taskPath) - depth(actorPath);
}

const dayOf = (there: number) => new Date(there).toISOString().slice(0, 10);

function isWorkingDay(there: number, calendar: WorkCalendar): boolean {
  return isWorked(dayOf(there), calendar);
}

/** The same hour, so many working days later. */
function addWorkingDays(there: number, days: number, calendar: WorkCalendar): number {
  return Date.parse(addDays(dayOf(there), days, calendar)) + (there - startOfDay(there));
}

const startOfDay = (there: number) => Math.floor(there / DAY) * DAY;

/** Whatever comes on a day off has come when the next working day begins. */
function cameAt(there: number, calendar: WorkCalendar): number {
  if (isWorkingDay(there, calendar)) return there;
  return addWorkingDays(startOfDay(there), 1, calendar);
}

/**
 * When a task that waits for approval since `since` belongs to those `levels` above its unit too: a
 * working day later for each, by the clock of Viet Nam. Its own unit has it from the beginning.
 */
export function turnBegins(since: Date, levels: number, calendar = NO_DAYS): Date {
  if (levels === 0) return since;
  const came = cameAt(since.getTime() + AHEAD, calendar);
  return new Date(addWorkingDays(came, levels, calendar) - AHEAD);
}

/** The latest `since` of tasks whose turn has begun at `now`: what `turnBegins` says, the other way round. */
export function latestSince(now: Date, levels: number, calendar = NO_DAYS): Date {
  if (levels === 0) return now;
  let there = now.getTime() + AHEAD;
  // On a day off nothing has become due since the end of the last working day.
  while (!isWorkingDay(there, calendar)) there = startOfDay(there) - 1;
  for (let left = levels; left > 0; left -= 1) {
    there -= DAY;
    while (!isWorkingDay(there, calendar)) there -= DAY;
  }
  return new Date(there - AHEAD);
}

/** Whether it is for an officer of this unit to approve a task now. */
export function isTurn(
  task: { path: string; since: Date },
  of: { actorPath: string; now: Date; calendar?: WorkCalendar },
): boolean {
  const levels = levelsAbove(task.path, of.actorPath);
  return levels !== null && turnBegins(task.since, levels, of.calendar) <= of.now;
}
