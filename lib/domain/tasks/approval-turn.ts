import { AHEAD, addWorkingDays, DAY, workingDaysBetween } from "./effort";

/** How many units lie between a task and whoever is above it: 0 in its own unit, null elsewhere. */
export function levelsAbove(taskPath: string, actorPath: string): number | null {
  if (!taskPath.startsWith(actorPath)) return null;
  const depth = (path: string) => path.split(".").length;
  return depth(taskPath) - depth(actorPath);
}

function isWorkingDay(there: number): boolean {
  const at = new Date(there - AHEAD);
  return workingDaysBetween(new Date(at.getTime() - DAY), at) === 1;
}

const startOfDay = (there: number) => Math.floor(there / DAY) * DAY;

/** Whatever comes on a day off has come when the next working day begins. */
function cameAt(there: number): number {
  if (isWorkingDay(there)) return there;
  return addWorkingDays(new Date(startOfDay(there)), 1).getTime();
}

/**
 * When a task that waits for approval since `since` belongs to those `levels` above its unit too: a
 * working day later for each, by the clock of Viet Nam. Its own unit has it from the beginning.
 */
export function turnBegins(since: Date, levels: number): Date {
  if (levels === 0) return since;
  const came = cameAt(since.getTime() + AHEAD);
  return new Date(addWorkingDays(new Date(came), levels).getTime() - AHEAD);
}

/** The latest `since` of tasks whose turn has begun at `now`: what `turnBegins` says, the other way round. */
export function latestSince(now: Date, levels: number): Date {
  if (levels === 0) return now;
  let there = now.getTime() + AHEAD;
  // On a day off nothing has become due since the end of the last working day.
  while (!isWorkingDay(there)) there = startOfDay(there) - 1;
  for (let left = levels; left > 0; left -= 1) {
    there -= DAY;
    while (!isWorkingDay(there)) there -= DAY;
  }
  return new Date(there - AHEAD);
}

/** Whether it is for an officer of this unit to approve a task now. */
export function isTurn(
  task: { path: string; since: Date },
  of: { actorPath: string; now: Date },
): boolean {
  const levels = levelsAbove(task.path, of.actorPath);
  return levels !== null && turnBegins(task.since, levels) <= of.now;
}
