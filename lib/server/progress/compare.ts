import "server-only";
import type { UnitLevel } from "@/lib/domain/access/roles";
import {
  compareDays as compared,
  correctedPerDay,
  type DaysCompared,
  SPEED_DAYS,
  spanOf,
} from "@/lib/domain/progress/comparison";
import { type Figures, figuresOf } from "@/lib/domain/progress/figure";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere, dayAfter, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { readCalendar } from "@/lib/server/units/calendar";
import { FIRST_DAY } from "./reports-sql";
import { getUnit, type UnitLine } from "./unit";
import { readUnitFigures } from "./unit-figures";

/** What a comparison can be asked of: a unit, and the day that it is. */
export interface ComparisonStart {
  unit: UnitLine;
  today: string;
  /** of the viewer's own unit: a commune has no other unit in sight */
  level: UnitLevel;
}

/** The unit that the choice of a comparison begins with. */
export const getComparisonStart = query<string | undefined, ComparisonStart>(
  "progress:read",
  async ({ sql, actor }, unitId) => ({
    unit: await getUnit(sql, actor, unitId),
    today: clockThere(new Date()).day,
    level: actor.unitLevel,
  }),
);

/** A unit as one side of a comparison, in people. */
export interface Side {
  unit: UnitLine;
  figures: Figures;
  overdue: number;
  /** people corrected on a working day of the last 14 days */
  correctedPerDay: number | null;
}

export interface UnitsCompared {
  /** cut-off of both sides */
  at: Date;
  sides: [Side, Side];
}

interface Clock {
  today: string;
  calendar: WorkCalendar;
}

async function readSide(sql: Sql, unit: UnitLine, { today, calendar }: Clock) {
  const since = { flow: dayAfter(today, 1 - SPEED_DAYS) };
  const { at, all, late, flow } = await readUnitFigures(sql, unit, since);
  const side: Side = {
    unit,
    figures: figuresOf(all),
    overdue: late.overdue,
    correctedPerDay: correctedPerDay(flow, today, calendar),
  };
  return { at, side };
}

/** Two units of the viewer's area side by side, as both are at one instant. */
export const compareUnits = query<{ unit: string | undefined; with: string }, UnitsCompared>(
  "progress:read",
  async ({ sql, actor }, { unit, with: other }) => {
    const [one, two] = [await getUnit(sql, actor, unit), await getUnit(sql, actor, other)];
    const clock = { today: clockThere(new Date()).day, calendar: await readCalendar(sql) };
    const [a, b] = await Promise.all([readSide(sql, one, clock), readSide(sql, two, clock)]);
    return { at: a.at, sides: [a.side, b.side] };
  },
  "snapshot",
);

export interface UnitOnDays extends DaysCompared {
  unit: UnitLine;
  at: Date;
  today: string;
  /** the first day that anything was written down of; null where nothing was */
  first: string | null;
}

/** A unit at the end of two days (yyyy-MM-dd), and what happened between. */
export const compareDays = query<
  { unit: string | undefined; from: string; to: string },
  UnitOnDays
>(
  "progress:read",
  async ({ sql, actor }, { unit: unitId, ...asked }) => {
    const unit = await getUnit(sql, actor, unitId);
    const today = clockThere(new Date()).day;
    const span = spanOf(asked.from, asked.to, today);
    const [{ at, all, flow }, calendar, [begun]] = await Promise.all([
      readUnitFigures(sql, unit, { flow: span.from }),
      readCalendar(sql),
      sql<{ day: string | null }>(FIRST_DAY, [unit.path, scopeRange(unit.path).to]),
    ]);
    const first = begun?.day ?? null;
    const { open } = figuresOf(all);
    const days = compared({ ...span, today, open, first, cells: flow, calendar });
    return { ...days, unit, at, today, first };
  },
  "snapshot",
);
