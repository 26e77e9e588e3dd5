import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { latestSince, turnBegins } from "@/lib/domain/tasks/approval-turn";
import type { Resolution } from "@/lib/domain/tasks/states";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { type QueryContext, query } from "@/lib/server/core/query";
import { readCalendar } from "@/lib/server/units/calendar";
import { partsOf } from "./task-row";

/** The list's address: the time and the task of the last row seen. */
export const ApprovalFilter = z.object({
  after: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});

export interface ApprovalLine {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  unitName: string;
  /** the closing that is proposed; null where it is a correction */
  proposed: Resolution | null;
  /** fields that were corrected */
  fields: string[];
  by: string | null;
  holder: string | null;
  since: Date;
  /** since when it belongs to the level above too; null while it is its own unit's alone */
  aboveSince: Date | null;
}

const PAGE = 50;

/**
 * What the actor may approve: $1 who must have had no part in it, $2 the depth of their unit, $3 the latest
 * time of waiting by levels below it, in the order of the levels.
 */
const MINE = `t.state = 'approving' and not ($1 = any(t.acted_by))
    and t.state_since <= ($3::timestamptz[])[
      length(t.unit_path) - length(replace(t.unit_path, '.', '')) - $2 + 1]`;

/** From the own unit up: nation, province, district, commune. */
const LEVELS = [0, 1, 2, 3] as const;

async function mineOf(sql: Sql, { officerId, unitPath }: Actor): Promise<[string, number, Date[]]> {
  const calendar = await readCalendar(sql);
  const now = new Date();
  const depth = unitPath.split(".").length - 1;
  return [officerId, depth, LEVELS.map((levels) => latestSince(now, levels, calendar))];
}

// Times to the microsecond, as the database keeps them: the edge of a page has to be exact.
const MICROS = "(extract(epoch from t.state_since) * 1000000)::bigint";

const LINES = `
  select t.id, r.code, r.full_name as "fullName", extract(year from r.birth_date)::text as "birthYear",
    u.name as "unitName", t.proposed, t.state_since as since, ${MICROS}::text as micros,
    array(select distinct c.field from correction c where c.record_id = t.record_id
      and c.published_at is null and c.publication_id is null order by 1) as fields,
    (select o.full_name from task_event e join officer o on o.id = e.by_id
     where e.task_id = t.id and e.event in ('submit', 'cannotFind', 'giveUp')
     order by e.version desc limit 1) as by,
    case when t.lease_until > now() and t.lease_by_id <> $1 then l.full_name end as holder
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join officer l on l.id = t.lease_by_id
  where ${MINE} and ($4::bigint is null or (${MICROS}, t.id) > ($4::bigint, $5::uuid))
  order by t.state_since, t.id limit ${PAGE + 1}`;

export interface Approvals {
  lines: ApprovalLine[];
  /** the key of the next page */
  next: string | null;
  /** approving was given to the reader */
  isApprover: boolean;
}

type Row = Omit<ApprovalLine, "aboveSince"> & { micros: string };

function lineOf({ micros: _, ...row }: Row, calendar: WorkCalendar): ApprovalLine {
  const above = turnBegins(row.since, 1, calendar);
  return { ...row, aboveSince: above <= new Date() ? above : null };
}

/** What waits for the actor's approval, the oldest first. */
export const listApprovals = query<z.output<typeof ApprovalFilter>, Approvals>(
  "task:approve",
  async ({ sql, actor }, { after }) => {
    const isApprover = partsOf(actor).includes("approver");
    if (!isApprover) return { lines: [], next: null, isApprover };
    const [micros = null, id = null] = after?.split("_") ?? [];
    const rows = await sql<Row>(LINES, [...(await mineOf(sql, actor)), micros, id]);
    const calendar = await readCalendar(sql);
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const next = rows.length > PAGE && last ? `${last.micros}_${last.id}` : null;
    return { lines: shown.map((row) => lineOf(row, calendar)), next, isApprover };
  },
);

const COUNT = `select count(*)::int as n from (select 1 from task t where ${MINE} limit 1001) mine`;

async function countMine({ sql, actor }: QueryContext): Promise<number> {
  if (!partsOf(actor).includes("approver")) return 0;
  const [row] = await sql<{ n: number }>(COUNT, await mineOf(sql, actor));
  return row?.n ?? 0;
}

/** How many tasks wait for the actor's approval, up to 1,001; 0 for whoever does not approve. */
export const countApprovals = query("task:approve", (ctx: QueryContext) => countMine(ctx));

const NEXT = `
  select t.id from task t
  where ${MINE} and (t.lease_by_id is null or t.lease_by_id = $1 or t.lease_until < now())
    and t.id <> coalesce($4::uuid, '00000000-0000-0000-0000-000000000000')
  order by t.state_since, t.id limit 1`;

/** The task that has waited longest for the actor's approval and that nobody has open. */
export const findNextApproval = query<string | null, string | null>(
  "task:approve",
  async ({ sql, actor }, exceptId) => {
    if (!partsOf(actor).includes("approver")) return null;
    const rows = await sql<{ id: string }>(NEXT, [...(await mineOf(sql, actor)), exceptId]);
    return rows[0]?.id ?? null;
  },
);
