import "server-only";
import { canDo } from "@/lib/domain/access/roles";
import { type Interval, wilson } from "@/lib/domain/tasks/error-rate";
import { BANDS, type Band, LEAST_CHECKED, type Standing } from "@/lib/domain/tasks/sampling";
import { type QueryContext, query } from "@/lib/server/core/query";
import { readSetting } from "@/lib/server/units/settings";
import { ENDED } from "./sample-sql";

/** How often corrections were found wrong. */
export interface Quality extends Standing {
  /** the ratio found and where the true one lies, with 95 %; null while too few were checked */
  rate: (Interval & { found: number }) | null;
}

export interface BandQuality extends Quality {
  band: Band;
}

export interface OfficerQuality extends Quality {
  officerId: string;
  name: string;
  unit: string;
}

export interface QualityView {
  bands: BandQuality[];
  all: Quality;
  /** null for readers who may not see officers */
  officers: OfficerQuality[] | null;
  lowBelow: number;
  middleBelow: number;
}

const COUNTS = `count(distinct s.task_id)::int as passed, count(v.event)::int as checked,
    count(*) filter (where v.event = 'return')::int as wrong`;

const BY_BAND = `
  select case when s.score is null or s.score < $1 then 'low' when s.score < $2 then 'middle'
    else 'high' end as band, ${COUNTS}
  from approval_sample s ${ENDED} group by 1`;

const BY_OFFICER = `
  select s.officer_id as "officerId", o.full_name as name, u.name as unit, ${COUNTS}
  from approval_sample s join officer o on o.id = s.officer_id join unit u on u.id = o.unit_id ${ENDED}
  group by 1, 2, 3 having count(v.event) > 0
  order by count(*) filter (where v.event = 'return') desc, count(v.event) desc, 2 limit 200`;

function qualityOf<Of extends Standing>(standing: Of): Of & Quality {
  const { checked, wrong } = standing;
  const rate =
    checked < LEAST_CHECKED ? null : { found: wrong / checked, ...wilson(wrong, checked) };
  return { ...standing, rate };
}

const NONE: Standing = { passed: 0, checked: 0, wrong: 0 };

async function officersOf({ sql, actor }: QueryContext): Promise<OfficerQuality[] | null> {
  if (!canDo(actor.role, "officer:read")) return null;
  const rows = await sql<Standing & { officerId: string; name: string; unit: string }>(BY_OFFICER);
  return rows.map(qualityOf);
}

/** Of the corrections that were checked in the reader's area, how many were sent back as wrong. */
export const getQuality = query<void, QualityView>("quality:read", async (ctx) => {
  const { lowBelow, middleBelow } = await readSetting(ctx.sql, "approvalSampling");
  const rows = await ctx.sql<Standing & { band: Band }>(BY_BAND, [lowBelow, middleBelow]);
  const bands = BANDS.map((band) =>
    qualityOf({ ...NONE, ...rows.find((row) => row.band === band), band }),
  );
  const sum = (key: keyof Standing) => bands.reduce((total, one) => total + one[key], 0);
  const all = { passed: sum("passed"), checked: sum("checked"), wrong: sum("wrong") };
  return { bands, all: qualityOf(all), officers: await officersOf(ctx), lowBelow, middleBelow };
});
