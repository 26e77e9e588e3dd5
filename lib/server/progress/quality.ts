import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role } from "@/lib/domain/access/roles";
import type { QualityFigure } from "@/lib/domain/progress/quality";
import { CONTACT_OUTCOMES, type ContactOutcome } from "@/lib/domain/tasks/contact";
import { type Interval, wilson } from "@/lib/domain/tasks/error-rate";
import { LEAST_CHECKED } from "@/lib/domain/tasks/sampling";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { type QueryContext, query } from "@/lib/server/core/query";
import { getUnit, type UnitLine } from "./unit";

/** Days over which the quality of the work is counted. */
export const QUALITY_DAYS = 90;
/** Days over which the speed of officers is. */
export const SPEED_DAYS = 14;

export interface OfficerSpeed {
  officerId: string;
  fullName: string;
  role: string;
  /** steps taken */
  steps: number;
  /** days on which at least one was */
  days: number;
}

export interface ProgressQuality {
  unit: UnitLine;
  /** "Báo hệ thống nhầm" by how it was decided */
  reports: { open: number; upheld: number; rejected: number };
  /** attempts to reach people by what came of them */
  contacts: Record<ContactOutcome, number>;
  /** corrections that passed, those that another officer looked at, and those sent back as wrong */
  sample: { passed: number; checked: number; wrong: number };
  /** share found wrong, with the 95 % interval of the true one; null while too few were checked */
  errorRate: (Interval & { found: number }) | null;
  /** of a commune, for who directs it; null otherwise */
  officers: OfficerSpeed[] | null;
}

const COUNTS = "select what, n::int as n from progress_quality($1, $2, $3)";
const OFFICERS = `
  select officer_id as "officerId", full_name as "fullName", role, steps::int as steps, days::int as days
  from progress_officers($1, $2, $3)`;

/** Who sees what each officer has done: those who direct the work, not their colleagues. */
const DIRECTS: readonly Role[] = ["coordinator", "leader"];
export const directs = ({ role }: Pick<Actor, "role">) => DIRECTS.includes(role);

const since = (days: number) => `${dayAfter(clockThere(new Date()).day, 1 - days)}T00:00:00+07:00`;
/** From when on quality is counted: the beginning of a day in Viet Nam. */
export const qualitySince = () => since(QUALITY_DAYS);
/** From when on the steps of officers are. */
export const speedSince = () => since(SPEED_DAYS);

/** What each officer of a commune has done since a moment; the list behind each is read from the same rows. */
export function readOfficers(sql: Sql, unit: UnitLine, from: string): Promise<OfficerSpeed[]> {
  const area = scopeRange(unit.path);
  return sql<OfficerSpeed>(OFFICERS, [area.from, area.to, from]);
}

async function officersOf({ sql, actor }: QueryContext, unit: UnitLine) {
  if (unit.level !== "commune" || !directs(actor)) return null;
  return readOfficers(sql, unit, speedSince());
}

/** Every figure of a unit's quality by its word; the list behind each is read from the same rows. */
export async function readQualityCounts(
  sql: Sql,
  unit: UnitLine,
): Promise<(figure: QualityFigure) => number> {
  const { from, to } = scopeRange(unit.path);
  const rows = await sql<{ what: string; n: number }>(COUNTS, [from, to, qualitySince()]);
  const counts = new Map(rows.map(({ what, n }) => [what, n]));
  return (figure) => counts.get(figure) ?? 0;
}

/** What is counted of a unit's quality, in the transaction of whoever asks. */
export async function readQuality(
  sql: Sql,
  unit: UnitLine,
): Promise<Omit<ProgressQuality, "officers">> {
  const of = await readQualityCounts(sql, unit);
  const sample = {
    passed: of("sample.passed"),
    checked: of("sample.checked"),
    wrong: of("sample.wrong"),
  };
  const { checked, wrong } = sample;
  return {
    unit,
    reports: {
      open: of("report.open"),
      upheld: of("report.upheld"),
      rejected: of("report.rejected"),
    },
    contacts: Object.fromEntries(
      CONTACT_OUTCOMES.map((outcome) => [outcome, of(`contact.${outcome}`)]),
    ) as Record<ContactOutcome, number>,
    sample,
    errorRate:
      checked < LEAST_CHECKED ? null : { found: wrong / checked, ...wilson(wrong, checked) },
  };
}

/** How good and how quick the work of a unit is, in numbers without anybody's data. */
export const getProgressQuality = query<string | undefined, ProgressQuality>(
  "progress:read",
  async (context, unitId) => {
    const unit = await getUnit(context.sql, context.actor, unitId);
    return {
      ...(await readQuality(context.sql, unit)),
      officers: await officersOf(context, unit),
    };
  },
);
