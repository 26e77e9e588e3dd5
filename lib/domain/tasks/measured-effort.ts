import type { Force } from "@/lib/domain/access/roles";
import { DIFFERENCE_CLASSES, type DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { EFFORT_MINUTES } from "./effort";

/** Which minutes loads are counted in. */
export const EFFORT_SOURCES = ["fixed", "measured"] as const;
export type EffortSource = (typeof EFFORT_SOURCES)[number];

/** What tasks of a class took a force: the median of `tasks` of them. */
export interface Measured {
  force: string;
  mainClass: string;
  tasks: number;
  minutes: number;
}

/** Fewer say nothing. */
export const LEAST_MEASURED = 20;
/** Days back that are measured. */
export const MEASURED_DAYS = 90;
/** Minutes beyond which an officer was not at it all the time: not counted. */
export const LONGEST_WORK = 60;

export function isTrusted({ tasks }: Pick<Measured, "tasks">): boolean {
  return tasks >= LEAST_MEASURED;
}

export type MinutesOf = (force: string, mainClass: string) => number;

/** Whole minutes, and never nothing: a task without weight would all go to one officer. */
function rounded(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}

/** The minutes that a task counts for; fixed ones wherever too few have been measured. */
export function minutesBy(source: EffortSource, measured: readonly Measured[]): MinutesOf {
  const trusted = source === "measured" ? measured.filter(isTrusted) : [];
  const known = new Map(trusted.map((one) => [`${one.force} ${one.mainClass}`, one.minutes]));
  return (force, mainClass) =>
    rounded(known.get(`${force} ${mainClass}`) ?? EFFORT_MINUTES[mainClass as DifferenceClass]);
}

export interface EffortLine {
  mainClass: DifferenceClass;
  fixed: number;
  measured: Partial<Record<Force, { tasks: number; minutes: number; trusted: boolean }>>;
}

/** Every class with its fixed minutes and what was measured, side by side. */
export function effortTable(measured: readonly Measured[]): EffortLine[] {
  return DIFFERENCE_CLASSES.map((mainClass) => {
    const own = measured.filter((one) => one.mainClass === mainClass);
    const by = own.map(({ force, tasks, minutes }) => [
      force,
      { tasks, minutes, trusted: isTrusted({ tasks }) },
    ]);
    return { mainClass, fixed: EFFORT_MINUTES[mainClass], measured: Object.fromEntries(by) };
  });
}
