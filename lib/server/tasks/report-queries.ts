import "server-only";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import type { Expectation, ReportReason, ReportState } from "@/lib/domain/tasks/report";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";

/** Open reports of one cause. */
export interface ReportGroup {
  field: IdentityField | null;
  level: string | null;
  expected: Expectation;
  mainClass: string;
  reports: number;
  communes: number;
  since: Date;
  /** other open tasks of the same cause, counted up to 1,001 */
  siblings: number;
  /** the oldest ten */
  examples: ReportLine[];
}

export interface ReportLine {
  id: string;
  taskId: string;
  code: string;
  unit: string;
  reason: ReportReason;
  words: string | null;
  name: string | null;
  at: Date;
  modelVersion: string;
}

const GROUPS = `
  select field, level, expected, min(main_class) as "mainClass", count(*)::int as reports,
    count(distinct unit_path)::int as communes, min(at) as since
  from system_report where state = 'open' group by 1, 2, 3 order by 5 desc, 7 limit 50`;

const EXAMPLES = `
  select s.id, s.task_id as "taskId", r.code, u.name as unit, s.reason, s.words, o.full_name as name,
    s.at, s.model_version as "modelVersion"
  from system_report s join record r on r.id = s.record_id join unit u on u.id = r.unit_id
  left join officer o on o.id = s.by_id
  where s.state = 'open' and s.expected = $1 and s.field is not distinct from $2
    and s.level is not distinct from $3 order by s.at, s.id limit 10`;

// The candidate who is most alike, by the field that the task differs by.
const SIBLINGS = `
  select count(*)::int as n from (
    select 1 from task t join record r on r.id = t.record_id
    where t.state not in ('closed', 'publishing', 'rematching', 'disputed')
      and t.main_field is not distinct from $1 and ($3::jsonb is not null or t.main_class = $2)
      and ($3::jsonb is null or exists (select 1 from match_candidate c
        where c.result_id = r.match_result_id and c.rank = 1 and c.fields @> $3::jsonb))
    limit 1001) sibling`;

type GroupRow = Omit<ReportGroup, "siblings" | "examples">;

async function fill(sql: Sql, group: GroupRow): Promise<ReportGroup> {
  const { field, level, expected, mainClass } = group;
  const at = field && level ? JSON.stringify([{ field, level }]) : null;
  const [siblings] = await sql<{ n: number }>(SIBLINGS, [field, mainClass, at]);
  const examples = await sql<ReportLine>(EXAMPLES, [expected, field, level]);
  return { ...group, siblings: siblings?.n ?? 0, examples };
}

export interface ReportGroups {
  groups: ReportGroup[];
  /** the reader stands at the centre, where reports are decided */
  atCentre: boolean;
}

/** Open reports of the reader's area by cause, the most frequent first. */
export const listReportGroups = query<void, ReportGroups>("report:decide", async (ctx) => {
  const rows = await ctx.sql<GroupRow>(GROUPS);
  const groups: ReportGroup[] = [];
  for (const row of rows) groups.push(await fill(ctx.sql, row));
  return { groups, atCentre: ctx.actor.unitLevel === "nation" };
});

/** What an officer reported, and what became of it. */
export interface OwnReport {
  id: string;
  taskId: string;
  code: string;
  expected: Expectation;
  state: ReportState;
  at: Date;
  decidedAt: Date | null;
  decisionNote: string | null;
  taskState: string;
}

const OWN = `
  select s.id, s.task_id as "taskId", r.code, s.expected, s.state, s.at, s.decided_at as "decidedAt",
    s.decision_note as "decisionNote", t.state as "taskState"
  from system_report s join task t on t.id = s.task_id join record r on r.id = s.record_id
  where s.by_id = $1 and s.state <> 'withdrawn' order by coalesce(s.decided_at, s.at) desc, s.id limit 50`;

/** The officer's own reports, the latest answers first. */
export const listOwnReports = query<void, OwnReport[]>("report:send", async ({ sql, actor }) =>
  sql<OwnReport>(OWN, [actor.officerId]),
);
