import "server-only";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { AFTER, KEY, lastMoment } from "./moment-place";
import { directs, readOfficers, speedSince } from "./quality";
import { PAGE } from "./sql";
import { getUnit, listTrail, type UnitLine } from "./unit";

/** A step that an officer took: nothing of the person whose record it is. */
export interface OfficerLine {
  /** where the line stands in its list: unit path, microseconds, id */
  key: string;
  recordCode: string;
  unitName: string;
  /** null of a task that has gone to another area since, and so are the next two */
  mainClass: string | null;
  mainField: string | null;
  /** where the task stands now */
  state: string | null;
  at: Date;
  /** the event of the task's history */
  event: string;
}

export interface OfficerLinesPage {
  unit: UnitLine;
  trail: UnitLine[];
  /** null of somebody whose steps aren't counted at this unit */
  fullName: string | null;
  /** the figure that this list stands behind */
  steps: number;
  lines: OfficerLine[];
  /** key of the next page */
  next: string | null;
}

export interface OfficerFilter extends Pick<LineFilter, "unit" | "after"> {
  officer: string;
}

const LINES = `
  select ${KEY} as key, l.record_code as "recordCode", coalesce(l.unit_name, '') as "unitName",
    l.main_class as "mainClass", l.main_field as "mainField", l.state, l.at, l.event
  from officer_lines($1, $2, $3, $4, ${AFTER}) l`;

/** The officer's figure and a page of its lines; the figure names the busiest only, and nobody else has a list. */
async function readSteps(sql: Sql, unit: UnitLine, { officer, after }: OfficerFilter) {
  const since = speedSince();
  const speeds = await readOfficers(sql, unit, since);
  const speed = speeds.find(({ officerId }) => officerId === officer);
  if (!speed) return { fullName: null, steps: 0, rows: [] };
  const { from, to } = scopeRange(unit.path);
  const rows = await sql<OfficerLine>(LINES, [officer, from, to, since, ...lastMoment(after)]);
  return { fullName: speed.fullName, steps: speed.steps, rows };
}

/** The steps behind an officer's figure, a page at a time: of a commune, for who directs it. */
export const listOfficerLines = query<OfficerFilter, OfficerLinesPage>(
  "progress:read",
  async ({ sql, actor }, filter) => {
    if (!directs(actor)) throw new AppError("FORBIDDEN");
    const unit = await getUnit(sql, actor, filter.unit);
    if (unit.level !== "commune") throw new AppError("NOT_FOUND");
    const { rows, ...whose } = await readSteps(sql, unit, filter);
    const lines = rows.slice(0, PAGE);
    return {
      unit,
      trail: await listTrail(sql, actor, unit),
      ...whose,
      lines,
      next: rows.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
    };
  },
  "snapshot",
);
