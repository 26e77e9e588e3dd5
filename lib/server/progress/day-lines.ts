import "server-only";
import { NIL } from "uuid";
import {
  countIn,
  eventsIn,
  type Happening,
  isOfRecords,
  signIn,
  stepIn,
} from "@/lib/domain/progress/happening";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { dayLines, LOGGED } from "./day-lines-sql";
import { PAGE } from "./sql";
import { getUnit, listTrail, type UnitLine } from "./unit";
import { readUnitFigures } from "./unit-figures";

/** What happened to a task, or to a record that agreed without one: no name, no number. */
export interface DayLine {
  /** where the line stands in its list: unit path; day, event and sign; id */
  key: string;
  /** null of what has gone to another area since, and so is all that follows of it */
  recordCode: string | null;
  mainClass: string | null;
  mainField: string | null;
  /** where the task stands now */
  state: string | null;
  /** of the unit at which it happened */
  unitName: string;
  /** yyyy-MM-dd */
  day: string;
  event: string;
  /** -1 where it takes from the figure: taken back, or gone elsewhere */
  sign: 1 | -1;
  /** how often on that day */
  times: number;
}

export interface DayLinesPage {
  unit: UnitLine;
  trail: UnitLine[];
  /** the figure that this list stands behind, in people */
  amount: number;
  /** how many of them are from before such lists were kept, or too long ago */
  unlisted: number;
  lines: DayLine[];
  /** key of the next page */
  next: string | null;
}

export interface DayFilter extends Pick<LineFilter, "unit" | "after"> {
  happened: Happening;
  /** first and last day, yyyy-MM-dd */
  from: string;
  to: string;
}

/** A step's figure goes from its first day until now: see the page. */
async function amountOf(sql: Sql, unit: UnitLine, { happened, from, to }: DayFilter) {
  const step = stepIn(happened);
  const kept = await readUnitFigures(sql, unit, step ? { week: from } : { flow: from });
  if (!step) return countIn(happened, kept.flow, { from, to });
  const same = kept.steps.find((one) => one.from === step.from && one.to === step.to);
  return same?.people ?? 0;
}

const PLACE = /^\d{11}$/;

/** The place of the last line seen; that of another list is none. */
function lastSeen(after: string | undefined): string[] {
  const [path = "", place = "", id = ""] = after?.split("_") ?? [];
  return PLACE.test(place) ? [path, place, id] : ["", "0", NIL];
}

/** The list behind a figure of days, a page at a time: what happened at a unit and below it. */
export const listDayLines = query<DayFilter, DayLinesPage>(
  "progress:read",
  async ({ sql, actor }, filter) => {
    const { happened, from, to } = filter;
    const unit = await getUnit(sql, actor, filter.unit);
    const events = eventsIn(happened);
    const signs = events.map((event) => signIn(happened, event));
    const area = scopeRange(unit.path);
    const of = [area.from, area.to, from, to, events, signs];
    const [rows, amount, [logged], trail] = await Promise.all([
      sql<DayLine>(dayLines(isOfRecords(happened)), [...of, ...lastSeen(filter.after)]),
      amountOf(sql, unit, filter),
      sql<{ people: number }>(LOGGED, of),
      listTrail(sql, actor, unit),
    ]);
    const lines = rows.slice(0, PAGE);
    return {
      unit,
      trail,
      amount,
      unlisted: Math.max(0, amount - (logged?.people ?? 0)),
      lines,
      next: rows.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
    };
  },
  "snapshot",
);
