import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import { canDo } from "@/lib/domain/access/roles";
import { figuresOf } from "@/lib/domain/progress/figure";
import {
  type AreaCounts,
  type ForceCounts,
  type ForceWork,
  forceWork,
  type StateWork,
} from "@/lib/domain/progress/work";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import { AppError } from "@/lib/server/core/error";
import { type QueryContext, query } from "@/lib/server/core/query";
import { countHandovers } from "@/lib/server/handovers/queries";
import { findLastCheck } from "./check";
import { readDays } from "./days";
import {
  ANSWERED,
  COMMUNES_WITHOUT,
  ESCALATED,
  PIPELINE,
  REFUSALS,
  REQUESTS,
  STATES,
} from "./home-sql";
import { getUnit, type UnitLine } from "./unit";
import { readUnitFigures } from "./unit-figures";

/** What an officer of a force does next in their unit. */
export const getForceWork = query<void, ForceWork>("task:claim", async ({ sql, actor }) => {
  const force = forceOf(actor);
  if (!force) throw new AppError("FORBIDDEN");
  const states = await sql<StateWork>(STATES, [actor.officerId]);
  const [own] = await sql<{ answered: number }>(ANSWERED, [actor.officerId]);
  const answered = own?.answered ?? 0;
  const [asked] = await sql<{ requests: number; requestsOverdue: number }>(REQUESTS);
  const requests = asked ?? { requests: 0, requestsOverdue: 0 };
  const counts: ForceCounts = { states, ...(await countHandovers(sql)), answered, ...requests };
  return forceWork(force, counts);
});

type Some = Partial<AreaCounts>;

async function progressCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (!canDo(actor.role, "progress:read")) return {};
  const unit = await getUnit(sql, actor, undefined);
  const { all, late } = await readUnitFigures(sql, unit);
  const { overdue, stuck } = late;
  const figures = figuresOf(all);
  return {
    overdue,
    stuck,
    notCompared: figures.notCompared,
    undecided: figures.openByState.new ?? 0,
    disputed: actor.unitLevel === "nation" ? (figures.openByState.disputed ?? 0) : 0,
  };
}

async function escalatedCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (!canDo(actor.role, "task:direct")) return {};
  return (await sql<Some>(ESCALATED))[0] ?? {};
}

async function pipelineCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (!canDo(actor.role, "publication:prepare")) return {};
  return (await sql<Some>(PIPELINE))[0] ?? {};
}

async function officeCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (actor.role !== "admin") return {};
  const { from, to } = scopeRange(actor.unitPath);
  return (await sql<Some>(COMMUNES_WITHOUT, [from, to]))[0] ?? {};
}

async function checkCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (!canDo(actor.role, "progress:recount") || actor.unitLevel !== "nation") return {};
  const last = await findLastCheck(sql);
  return { figuresOff: last && !last.mended ? last.wrongCells : 0 };
}

async function auditCounts({ sql, actor }: QueryContext): Promise<Some> {
  if (!canDo(actor.role, "audit:read")) return {};
  return (await sql<Some>(REFUSALS))[0] ?? {};
}

const NOTHING: AreaCounts = {
  failedImports: 0,
  notCompared: 0,
  undecided: 0,
  readyToPublish: 0,
  unloaded: 0,
  overdue: 0,
  stuck: 0,
  escalated: 0,
  disputed: 0,
  communesWithoutHealth: 0,
  communesWithoutPolice: 0,
  refusals: 0,
  figuresOff: 0,
};

/**
 * What waits in the area of somebody who looks after one; zero for whatever isn't theirs to know.
 * Anything but people by state is counted up to 1,001.
 */
export const getAreaCounts = query<void, AreaCounts>("self:use", async (context) => ({
  ...NOTHING,
  ...(await progressCounts(context)),
  ...(await escalatedCounts(context)),
  ...(await pipelineCounts(context)),
  ...(await officeCounts(context)),
  ...(await auditCounts(context)),
  ...(await checkCounts(context)),
}));

export interface Trend {
  unit: UnitLine;
  /** people settled on each of the last fourteen days, today last; yyyy-MM-dd */
  days: { day: string; people: number }[];
}

/** How many tasks were closed on each of the last fourteen days in the actor's own unit. */
export const getTrend = query<void, Trend>("progress:read", async ({ sql, actor }) => {
  const unit = await getUnit(sql, actor, undefined);
  const to = clockThere(new Date()).day;
  const days = await readDays(sql, unit, { from: dayAfter(to, -13), to });
  return {
    unit,
    days: days.map(({ day, cleaned, otherwise }) => ({
      day,
      people: cleaned.people + otherwise.people,
    })),
  };
});
