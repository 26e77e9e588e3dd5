import "server-only";
import { type Figures, figuresOf } from "@/lib/domain/progress/figure";
import { type DayFlow, daysOf } from "@/lib/domain/progress/flow";
import type { Late } from "@/lib/domain/progress/line-filter";
import type { Step } from "@/lib/domain/progress/steps";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { type QueryContext, query } from "@/lib/server/core/query";
import { type NightOutlook, readOutlooksBelow } from "./outlooks";
import { CHILDREN, UNIT_NAMES } from "./sql";
import { getUnit, listTrail, type UnitLine } from "./unit";
import { readUnitFigures, type UnitFigures } from "./unit-figures";

/** A unit below with its figures, and how many tasks were open there a week ago. */
export interface ChildLine extends UnitLine {
  figures: Figures;
  openBefore: number;
  /** people whose tasks somebody's work has closed in the last week */
  doneInWeek: number;
  /** as it was forecast last night; null before the first night */
  outlook: NightOutlook | null;
}

export interface ProgressPage {
  unit: UnitLine;
  /** from the viewer's own unit to this one */
  trail: UnitLine[];
  /** cut-off of every figure here */
  at: Date;
  /** the day that it is in Viet Nam */
  today: string;
  figures: Figures;
  /** open tasks past their day, too long at one step, and touched by nobody for as long */
  lateness: Record<Late, number>;
  /** what lies at the unit itself although it has units below: its commune is not known yet */
  own: Figures | null;
  children: ChildLine[];
  /** by the system that records came from */
  sources: { system: string; name: string | null; figures: Figures }[];
  /** the last four weeks, today last */
  days: DayFlow[];
  /** how many went from one step to another in the last week */
  moves: Step[];
  /** how all of this stands: see `watchProgress` */
  mark: string;
}

/** Days of flow that the page shows. */
const DAYS_SHOWN = 28;
/** A ranking says how it was so many days ago. */
export const RANKED_BEFORE = 7;

function childrenOf(
  units: readonly UnitLine[],
  { below, growth }: UnitFigures,
  outlooks: ReadonlyMap<string, NightOutlook>,
): ChildLine[] {
  return units.map((unit) => {
    const figures = figuresOf(below.get(unit.path) ?? []);
    const { people = 0, done = 0 } = growth.get(unit.path) ?? {};
    return {
      ...unit,
      figures,
      openBefore: figures.open - people,
      doneInWeek: done,
      outlook: outlooks.get(unit.path) ?? null,
    };
  });
}

/** The unit whose lists a source system stands for: "<kind>@<unit>". */
const unitOf = (system: string) => system.slice(system.indexOf("@") + 1);

async function sourcesOf(sql: Sql, { sources }: UnitFigures): Promise<ProgressPage["sources"]> {
  const systems = [...sources.keys()];
  const named = await sql<{ id: string; name: string }>(UNIT_NAMES, [systems.map(unitOf)]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return systems.map((system) => ({
    system,
    name: names.get(unitOf(system)) ?? null,
    figures: figuresOf(sources.get(system) ?? []),
  }));
}

/** Figures of a unit and of each unit below it; of one instant where the transaction is. */
export async function readProgress(
  { sql, actor }: Pick<QueryContext, "sql" | "actor">,
  unit: UnitLine,
): Promise<ProgressPage> {
  const today = clockThere(new Date()).day;
  const since = {
    flow: dayAfter(today, 1 - DAYS_SHOWN),
    week: dayAfter(today, 1 - RANKED_BEFORE),
  };
  // Sent together: none of them needs another one's answer.
  const [kept, units, trail, outlooks] = await Promise.all([
    readUnitFigures(sql, unit, since),
    unit.level === "commune" ? [] : sql<UnitLine>(CHILDREN, [unit.id]),
    listTrail(sql, actor, unit),
    readOutlooksBelow(sql, unit.path),
  ]);
  return {
    unit,
    trail,
    at: kept.at,
    today,
    figures: figuresOf(kept.all),
    lateness: kept.late,
    own: kept.own.length > 0 && units.length > 0 ? figuresOf(kept.own) : null,
    children: childrenOf(units, kept, outlooks),
    sources: await sourcesOf(sql, kept),
    days: daysOf(kept.flow, since.flow, today),
    moves: kept.steps.filter(({ people }) => people > 0),
    mark: kept.mark,
  };
}

/** Figures of a unit and of each unit below it, within the viewer's area, as they are at one instant. */
export const getProgress = query<string | undefined, ProgressPage>(
  "progress:read",
  async (context, unitId) =>
    readProgress(context, await getUnit(context.sql, context.actor, unitId)),
  "snapshot",
);
