import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { type DigestCounts, linesOf } from "@/lib/domain/directives/digest";
import { addWorkingDays, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { countHandovers } from "@/lib/server/handovers/queries";

// Of the officer's own list. A task whose clock stands still is not late.
const OWN = `
  select count(*) filter (where t.due_on < $2 and t.clock_stopped_at is null and t.state <> 'waiting')::int as overdue,
    count(*) filter (where t.due_on between $2 and $3 and t.clock_stopped_at is null)::int as "dueSoon",
    count(*) filter (where t.unread_return)::int as returned,
    count(*) filter (where t.state = 'waiting' and t.wait_reason = 'appointment' and t.wait_until <= $2)::int
      as appointments
  from task t where t.assignee_id = $1 and t.state <> 'closed' and t.force = $4`;

const APPROVE = `
  select count(*)::int as approve from task t
  where t.state = 'approving' and t.unit_id = $2 and not ($1 = any(t.acted_by))`;

const AREA = `
  select count(*) filter (where t.escalated_at is not null)::int as escalated,
    count(*) filter (where t.state = 'new')::int as undecided
  from task t where t.state <> 'closed' and (t.escalated_at is not null or t.state = 'new')`;

interface Days {
  /** yyyy-MM-dd */
  day: string;
  calendar: WorkCalendar;
}

async function ownCounts(sql: Sql, actor: Actor, { day, calendar }: Days): Promise<DigestCounts> {
  const force = forceOf(actor);
  if (!force) return {};
  const next = addWorkingDays(day, 1, calendar);
  const [own] = await sql<DigestCounts>(OWN, [actor.officerId, day, next, force]);
  if (force === "hamlet") return own ?? {};
  const { unsigned, lists } = await countHandovers(sql);
  return { ...own, ...(force === "police" ? { sign: unsigned } : { receive: lists }) };
}

async function countsOf(sql: Sql, actor: Actor, days: Days): Promise<DigestCounts> {
  const own = await ownCounts(sql, actor, days);
  const approvals = actor.approver
    ? await sql<DigestCounts>(APPROVE, [actor.officerId, actor.unitId])
    : [];
  const area = actor.role === "coordinator" ? await sql<DigestCounts>(AREA) : [];
  return { ...own, ...approvals[0], ...area[0] };
}

const SAVE = `
  insert into digest (officer_id, day, unit_path, counts, total, read_at)
  values ($1, $2, $3, $4, $5, case when $5 = 0 then now() end)
  on conflict (officer_id, day) do nothing returning officer_id`;

/**
 * Makes an officer's digest of a day, once, however many workers try: true for the one that did. A day
 * without anything to act on is kept as such and never shown.
 */
export async function makeDigest(sql: Sql, actor: Actor, days: Days): Promise<boolean> {
  const lines = linesOf(await countsOf(sql, actor, days));
  const counts = Object.fromEntries(lines.map(({ line, count }) => [line, count]));
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const { officerId, unitPath } = actor;
  const saved = await sql(SAVE, [officerId, days.day, unitPath, JSON.stringify(counts), total]);
  return saved.length > 0;
}
