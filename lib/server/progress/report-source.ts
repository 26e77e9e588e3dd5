import "server-only";
import { type DayFlow, daysOf, type FlowCell } from "@/lib/domain/progress/flow";
import type { ReportContent } from "@/lib/domain/progress/report/content";
import { reportContent } from "@/lib/domain/progress/report/make";
import type { Period } from "@/lib/domain/progress/report/period";
import { scopeRange } from "@/lib/domain/units/unit";
import type { CommandContext } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { readDays } from "./days";
import { FLOWS_BELOW } from "./figures-sql";
import { type Outlook, readOutlook } from "./outlook";
import { QUALITY_DAYS, readQuality } from "./quality";
import { readProgress } from "./queries";
import type { UnitLine } from "./unit";

/** What happened at each unit below in a period, by path. */
async function flowsBelow(
  sql: Sql,
  { path, level }: UnitLine,
  { from, to }: Period,
): Promise<(path: string) => DayFlow> {
  const rows =
    level === "commune"
      ? []
      : await sql<FlowCell & { place: string }>(FLOWS_BELOW, [
          ...[path, scopeRange(path).to, path.length],
          ...[from, to],
        ]);
  const cells = new Map<string, FlowCell[]>();
  for (const { place, ...cell } of rows) cells.set(place, [...(cells.get(place) ?? []), cell]);
  return (place) => daysOf(cells.get(place) ?? [], from, from)[0] as DayFlow;
}

/** Of the path "1." there is nothing above. */
const isRoot = (path: string) => path.split(".").length === 2;

function targetOf({ target, unit }: Outlook): ReportContent["target"] {
  if (!target) return null;
  const { unitPath, unitName, deadline, percent } = target;
  const above = isRoot(unitPath) ? "nation" : "above";
  return { set: unitPath === unit.path ? "own" : above, unitName, deadline, percent };
}

/**
 * All that a report holds. The page's own reading, side by side in the transaction of the command: that one
 * sees a single instant, and so do they.
 */
export async function readReport(
  { sql, actor }: CommandContext,
  unit: UnitLine,
  of: { period: Period; authorName: string },
): Promise<ReportContent> {
  const { period, authorName } = of;
  const [progress, outlook, quality, flowAt] = await Promise.all([
    readProgress({ sql, actor }, unit),
    readOutlook(sql, unit),
    readQuality(sql, unit),
    flowsBelow(sql, unit, period),
  ]);
  const { reports, contacts, sample, errorRate } = quality;
  const { id, name, level } = unit;
  return reportContent({
    unit: { id, name, level },
    author: {
      name: authorName,
      role: actor.role,
      signs: actor.role === "leader" && actor.unitId === unit.id,
    },
    period,
    today: progress.today,
    at: progress.at,
    figures: progress.figures,
    lateness: progress.lateness,
    days: await readDays(sql, unit, { from: period.from, to: progress.today }),
    quality: { days: QUALITY_DAYS, reports, contacts, sample, errorRate },
    target: targetOf(outlook),
    neededPerDay: outlook.needed?.people ?? null,
    peoplePerDay: outlook.peoplePerDay,
    end: outlook.end,
    levers: outlook.levers,
    own: progress.own,
    units: progress.children
      .filter(({ figures }) => figures.total > 0)
      .map((child) => ({ ...child, flow: flowAt(child.path) })),
    sources: progress.sources,
  });
}
