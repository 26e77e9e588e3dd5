import { z } from "zod";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { RESOLUTIONS, TASK_STATES } from "@/lib/domain/tasks/states";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { type Cell, figuresOfRecord, RECORD_FIGURES } from "./figure";
import type { Day } from "./flow";
import { HAPPENINGS } from "./happening";
import { QUALITY_FIGURES } from "./quality";

/** A task that has stood in one state for longer than this many days is stuck. */
export const STUCK_DAYS = 10;

/** Ways of being late: past its day, too long at one step, on nobody's list and never opened. */
export const LATE = ["overdue", "stuck", "starving"] as const;
export type Late = (typeof LATE)[number];

/** The days by which an open task is late: due before the first, at its step since before the second. */
export function lastDays(today: Day): { due: Day; since: Day } {
  return { due: today, since: dayAfter(today, -STUCK_DAYS) };
}

const only = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words).optional().catch(undefined);

/**
 * What narrows the list behind a figure: the same words as the figure's own definition. It is the
 * list's address, so anything unknown in it is left out instead of refused.
 */
export const LineFilter = z.object({
  unit: z.string().max(20).optional().catch(undefined),
  /** only what lies at the unit itself, not at a unit below it */
  own: only(["1"]),
  /** records instead of tasks */
  records: only(RECORD_FIGURES),
  state: only(TASK_STATES),
  resolution: only(RESOLUTIONS),
  mainClass: only(DIFFERENCE_CLASSES),
  late: only(LATE),
  /** reports, attempts and samples instead of records and tasks; its list is narrowed by the unit alone */
  quality: only(QUALITY_FIGURES),
  /** the steps of one officer of a commune; its list is narrowed by the unit alone */
  officer: z.uuid().optional().catch(undefined),
  /** what happened from one day to another, instead of what is; its list is narrowed by the unit alone */
  happened: z
    .union([z.enum(HAPPENINGS), z.templateLiteral([z.enum(TASK_STATES), ">", z.enum(TASK_STATES)])])
    .optional()
    .catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** the system from whose list the record came */
  source: z
    .string()
    .regex(/^[A-Za-z0-9@._-]{1,80}$/)
    .optional()
    .catch(undefined),
  /** keyset: "unit path_state_id" of the last line seen; a record has no state, what quality counts and a step a moment in microseconds */
  after: z
    .string()
    .regex(
      /^[0-9a-z.]{1,200}_(?:[a-z]{0,20}|[0-9]{1,17})_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    )
    .optional()
    .catch(undefined),
});
export type LineFilter = z.output<typeof LineFilter>;

function isBehind(cell: Cell, filter: LineFilter): boolean {
  if (filter.mainClass && cell.mainClass !== filter.mainClass) return false;
  if (filter.records) {
    return cell.kind === "record" && figuresOfRecord(cell).includes(filter.records);
  }
  if (cell.kind !== "task") return false;
  if (filter.resolution) return cell.state === "closed" && cell.outcome === filter.resolution;
  return filter.state ? cell.state === filter.state : cell.state !== "closed";
}

/** How many people and doses the list holds; null where lateness narrows it, which cells don't tell. */
export function amountBehind(
  cells: readonly Cell[],
  filter: LineFilter,
): { people: number; doses: number } | null {
  if (filter.late) return null;
  const behind = cells.filter((cell) => isBehind(cell, filter));
  return {
    people: behind.reduce((sum, cell) => sum + cell.people, 0),
    doses: behind.reduce((sum, cell) => sum + cell.doses, 0),
  };
}
