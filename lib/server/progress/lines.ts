import "server-only";
import type { Cell } from "@/lib/domain/progress/figure";
import { amountBehind, type LineFilter } from "@/lib/domain/progress/line-filter";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { recordLines, TASK_LINES } from "./line-sql";
import { PAGE } from "./sql";
import { getUnit, listTrail, type UnitLine } from "./unit";
import { readUnitFigures, type UnitFigures } from "./unit-figures";

/** A line behind a figure: no name, no number, no date of birth. */
export interface ProgressLine {
  /** where the line stands in its list: unit path, state, id */
  key: string;
  recordCode: string;
  unitName: string;
  mainClass: string | null;
  mainField: string | null;
  /** of a record; null on a task's line */
  outcome: string | null;
  /** of a task; null on a record's line */
  state: string | null;
  force: string | null;
  /** whole days since the work began */
  days: number;
  overdue: boolean;
}

export interface LinesPage {
  unit: UnitLine;
  trail: UnitLine[];
  /** the figure that this list stands behind; null where it is narrowed by what counters don't know */
  amount: { people: number; doses: number | null } | null;
  lines: ProgressLine[];
  /** key of the next page */
  next: string | null;
}

function lastSeen({ after }: LineFilter): (string | undefined)[] {
  return after?.split("_") ?? [undefined, undefined, undefined];
}

function readLines(sql: Sql, unit: UnitLine, filter: LineFilter): Promise<ProgressLine[]> {
  const { from, to } = scopeRange(unit.path);
  // What the address leaves out is null for the database.
  const { own, mainClass, source } = filter;
  const place = [from, to, own, mainClass, source, ...lastSeen(filter)];
  if (filter.records) return sql<ProgressLine>(recordLines(filter.records), place);
  return sql<ProgressLine>(TASK_LINES, [...place, filter.resolution, filter.state, filter.late]);
}

/** The cells that a list is counted from; null where none of them tells so much apart. */
function cellsBehind(cells: UnitFigures, { own, source, mainClass }: LineFilter): Cell[] | null {
  if ((own || source) && mainClass) return null;
  if (own && source) return null;
  if (source) return cells.sources.get(source) ?? [];
  return own ? cells.own : cells.all;
}

/** Counters know how many tasks are late, of all steps and classes together and without their doses. */
function lateAmount(
  { late }: UnitFigures,
  { late: how, own, source, mainClass, state }: LineFilter,
) {
  if (!how || own || source || mainClass || state) return null;
  return { people: late[how], doses: null };
}

/** The list behind a figure: by commune and step, the oldest first, a page at a time. */
export const listProgressLines = query<LineFilter, LinesPage>(
  "progress:read",
  async ({ sql, actor }, filter) => {
    const unit = await getUnit(sql, actor, filter.unit);
    const rows = await readLines(sql, unit, filter);
    // Of a commune the figures at the unit itself are all of them.
    const cells = await readUnitFigures(sql, unit);
    const at = unit.level === "commune" ? { ...filter, own: undefined } : filter;
    const counted = cellsBehind(cells, at);
    const lines = rows.slice(0, PAGE);
    return {
      unit,
      trail: await listTrail(sql, actor, unit),
      amount: filter.late ? lateAmount(cells, filter) : counted && amountBehind(counted, filter),
      lines,
      next: rows.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
    };
  },
  "snapshot",
);
