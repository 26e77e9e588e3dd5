import "server-only";
import { MOST_COUNTED } from "@/lib/server/records/figures";

const TODAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";

/** Open tasks by state in the actor's own scope, with those on the list of officer $1: one reading for all. */
export const STATES = `
  select t.state, count(*)::int as people, count(*) filter (where t.assignee_id = $1)::int as mine,
    count(*) filter (where t.due_on < ${TODAY})::int as overdue,
    count(*) filter (where t.assignee_id = $1 and t.due_on < ${TODAY})::int as "mineOverdue",
    min(t.due_on) as "dueOn", min(t.due_on) filter (where t.assignee_id = $1) as "mineDueOn",
    count(*) filter (where t.assignee_id = $1 and t.unread_return)::int as returned,
    (array_agg(t.id order by t.due_on, t.id)
      filter (where t.assignee_id = $1 and t.unread_return))[1] as "firstReturned"
  from task t where t.state <> 'closed' group by 1`;

/** Tasks that went back and forth until the level above has to say how it goes on. */
export const ESCALATED = `
  select count(*)::int as escalated from task t
  where t.escalated_at is not null and t.state <> 'closed'`;

export const ANSWERED = `
  select count(*)::int as answered from system_report
  where by_id = $1 and decided_at > now() - interval '7 days'`;

// A hamlet team sees none of them: their policy leaves it nothing.
export const REQUESTS = `
  select count(*)::int as requests, count(*) filter (where due_at < now())::int as "requestsOverdue"
  from citizen_request where answered_at is null`;

function counted(rows: string): string {
  return `(select count(*)::int from (${rows} limit ${MOST_COUNTED + 1}) counted)`;
}

const FAILED = "select 1 from import_batch where state = 'failed'";
const UNLOADED = "select 1 from publication where state = 'prepared'";
// Corrected and settled: nothing open but the wait for publication itself.
const CORRECTED = `
  select distinct c.record_id from correction c join record r on r.id = c.record_id
  where c.published_at is null and c.publication_id is null
    and (r.duplicate_of_id is null or r.outcome in ('matched', 'repaired', 'not_applicable'))
    and not exists (select 1 from task t
      where t.record_id = c.record_id and t.state not in ('publishing', 'closed'))`;

export const PIPELINE = `
  select ${counted(FAILED)} as "failedImports", ${counted(UNLOADED)} as "unloaded",
    ${counted(CORRECTED)} as "readyToPublish"`;

const without = (role: "health" | "police") => `count(*) filter (where not exists (
  select 1 from officer o where o.unit_id = u.id and o.role = '${role}' and o.disabled_at is null))::int`;

export const COMMUNES_WITHOUT = `
  select ${without("health")} as "communesWithoutHealth",
    ${without("police")} as "communesWithoutPolice"
  from unit u
  where u.level = 'commune' and u.valid_to is null and u.path >= $1 and u.path < $2`;

const REFUSED = `
  select 1 from audit_entry where at > now() - interval '1 day' and result <> 'done'`;
export const REFUSALS = `select ${counted(REFUSED)} as refusals`;
