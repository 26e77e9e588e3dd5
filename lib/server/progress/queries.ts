import "server-only";
import { type Figures, figuresOf } from "@/lib/domain/progress/figure";
import { type LineFilter, peopleBehind } from "@/lib/domain/progress/line-filter";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { CHILDREN, LATENESS, PAGE, recordLines, TASK_LINES } from "./sql";
import { getUnit, listTrail, readCells, type UnitCell, type UnitLine } from "./unit";

export interface ProgressPage {
  unit: UnitLine;
  /** from the viewer's own unit to this one */
  trail: UnitLine[];
  /** cut-off of every figure here */
  at: Date;
  figures: Figures;
  /** open tasks by lateness, counted up to 1,001 */
  lateness: { overdue: number; stuck: number };
  /** what lies at the unit itself although it has units below: its commune is not known yet */
  own: Figures | null;
  children: (UnitLine & { figures: Figures })[];
}

function byChild(cells: readonly UnitCell[]): Map<string, UnitCell[]> {
  const groups = new Map<string, UnitCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.unitId);
    if (group) group.push(cell);
    else groups.set(cell.unitId, [cell]);
  }
  return groups;
}

/** Figures of a unit and of each unit below it, within the viewer's area; all in people. */
export const getProgress = query<string | undefined, ProgressPage>(
  "progress:read",
  async ({ sql, actor }, unitId) => {
    const unit = await getUnit(sql, actor, unitId);
    const { from, to } = scopeRange(unit.path);
    const [clock] = await sql<{ at: Date }>("select clock_timestamp() as at");
    const cells = await readCells(sql, unit);
    const [lateness] = await sql<ProgressPage["lateness"]>(LATENESS, [from, to]);
    const children = await sql<UnitLine>(CHILDREN, [unit.id]);
    const groups = byChild(cells);
    const own = groups.get("");
    return {
      unit,
      trail: await listTrail(sql, actor, unit),
      at: clock?.at ?? new Date(),
      figures: figuresOf(cells),
      lateness: lateness ?? { overdue: 0, stuck: 0 },
      own: own && children.length > 0 ? figuresOf(own) : null,
      children: children.map((child) => ({
        ...child,
        figures: figuresOf(groups.get(child.id) ?? []),
      })),
    };
  },
);

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
  /** the figure that this list stands behind; null where lateness narrows it */
  people: number | null;
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
  const place = [from, to, filter.own, filter.mainClass, ...lastSeen(filter)];
  if (filter.records) return sql<ProgressLine>(recordLines(filter.records), place);
  return sql<ProgressLine>(TASK_LINES, [...place, filter.resolution, filter.state, filter.late]);
}

/** The list behind a figure: by commune and step, the oldest first, a page at a time. */
export const listProgressLines = query<LineFilter, LinesPage>(
  "progress:read",
  async ({ sql, actor }, filter) => {
    const unit = await getUnit(sql, actor, filter.unit);
    const rows = await readLines(sql, unit, filter);
    const cells = await readCells(sql, unit);
    const counted = filter.own ? cells.filter((cell) => cell.unitId === "") : cells;
    const lines = rows.slice(0, PAGE);
    return {
      unit,
      trail: await listTrail(sql, actor, unit),
      people: peopleBehind(counted, filter),
      lines,
      next: rows.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
    };
  },
);
