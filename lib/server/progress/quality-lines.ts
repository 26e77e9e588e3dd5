import "server-only";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import type { QualityFigure } from "@/lib/domain/progress/quality";
import { scopeRange } from "@/lib/domain/units/unit";
import { query } from "@/lib/server/core/query";
import { AFTER, KEY, lastMoment } from "./moment-place";
import { qualitySince, readQualityCounts } from "./quality";
import { PAGE } from "./sql";
import { getUnit, listTrail, type UnitLine } from "./unit";

/** A report, an attempt or a sampled correction: no name, no number, no note. */
export interface QualityLine {
  /** where the line stands in its list: unit path, microseconds, id */
  key: string;
  recordCode: string;
  unitName: string;
  /** null of a task that has gone to another area since */
  mainClass: string | null;
  mainField: string | null;
  at: Date;
  /** of an attempt in which way; of a sampled correction how the check ended, null before that */
  detail: string | null;
}

export interface QualityLinesPage {
  unit: UnitLine;
  trail: UnitLine[];
  /** the figure that this list stands behind */
  amount: number;
  lines: QualityLine[];
  /** key of the next page */
  next: string | null;
}

export interface QualityFilter extends Pick<LineFilter, "unit" | "after"> {
  quality: QualityFigure;
}

const LINES = `
  select ${KEY} as key, l.record_code as "recordCode", coalesce(l.unit_name, '') as "unitName",
    l.main_class as "mainClass", l.main_field as "mainField", l.at, l.detail
  from quality_lines($1, $2, $3, $4, ${AFTER}) l`;

/** The list behind a figure of quality, a page at a time, and how many the figure says. */
export const listQualityLines = query<QualityFilter, QualityLinesPage>(
  "progress:read",
  async ({ sql, actor }, { unit: unitId, quality, after }) => {
    const unit = await getUnit(sql, actor, unitId);
    const { from, to } = scopeRange(unit.path);
    const values = [quality, from, to, qualitySince(), ...lastMoment(after)];
    const rows = await sql<QualityLine>(LINES, values);
    const count = await readQualityCounts(sql, unit);
    const lines = rows.slice(0, PAGE);
    return {
      unit,
      trail: await listTrail(sql, actor, unit),
      amount: count(quality),
      lines,
      next: rows.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
    };
  },
  "snapshot",
);
