import "server-only";
import { TASK_COLUMNS } from "@/lib/server/tasks/sql";

/*
 * A confirmed record waits for a list while it is on none, or only on one that was received before
 * it came back. Asked in this direction, a list that somebody else is signing right now, which this
 * statement can't see yet, keeps its records: nothing is signed twice.
 */
const WAITS_FOR_LIST = `(t.handover_id is null or exists (
  select 1 from handover earlier where earlier.id = t.handover_id and earlier.received_at is not null))`;

const READY_ROWS = `
  from task t join record r on r.id = t.record_id left join hamlet h on h.id = t.hamlet_id
  where t.unit_id = $1 and t.state = 'handover' and ${WAITS_FOR_LIST}`;

/** What waits for a list, or of that the tasks $3; locked. */
export const READY = `
  select ${TASK_COLUMNS}, r.code ${READY_ROWS} and ($3::uuid[] is null or t.id = any($3))
  order by r.code limit $2 for update of t`;

/** The same to look at, of one hamlet $3 where one is named. */
export const READY_LINES = `
  select t.id as "taskId", t.version, t.confirmed, r.code, h.name as hamlet,
    (select o.full_name from task_event e join officer o on o.id = e.by_id
     where e.task_id = t.id and e.event = 'confirm' order by e.version desc limit 1) as "confirmedBy"
  ${READY_ROWS} and ($3::text is null or coalesce(t.hamlet_id::text, '-') = $3)
  order by r.code limit $2`;

/** How many wait in each hamlet; "-" for records that are in none. */
export const READY_BY_HAMLET = `
  select coalesce(t.hamlet_id::text, '-') as id, h.name, count(*)::int as people
  ${READY_ROWS}
  group by 1, 2 order by h.name nulls last`;

// Two who sign at once take turns, so that numbers have no gap and the second finds what is left.
export const LOCK_UNIT = "select pg_advisory_xact_lock(hashtext('handover ' || $1))";

export const INSERT_HANDOVER = `
  insert into handover (id, no, unit_id, unit_path, line_count, content_hash, signed_by_id, signed_name)
  select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7 from handover where unit_id = $2
  returning no`;

export const INSERT_LINES = `
  insert into handover_line (handover_id, line_no, task_id, record_id, unit_path, content)
  select * from jsonb_to_recordset($1::jsonb) as x(handover_id uuid, line_no int, task_id uuid,
    record_id uuid, unit_path text, content jsonb)`;

// What is on a signed list was confirmed for good: the last step can't be undone behind the list's back.
export const PUT_ON_LIST = "update task set handover_id = $1, before = null where id = any($2)";

export const RECEIVE = `
  update handover set received_by_id = $2, received_name = $3, received_at = now(), version = version + 1
  where id = $1 and version = $4 and received_at is null returning id`;

/** The list's tasks with their lines, and who of the police had confirmed each and is still there. */
export const LIST_TASKS = `
  select ${TASK_COLUMNS}, l.line_no, (select e.by_id from task_event e
      join officer o on o.id = e.by_id and o.disabled_at is null
      where e.task_id = t.id and e.event = 'confirm' order by e.version desc limit 1) as confirmed_by
  from task t join handover_line l on l.task_id = t.id and l.handover_id = $1
  where t.handover_id = $1 and t.state = 'handover' order by t.id for update of t`;

export const INSERT_DISPUTES = `
  insert into handover_dispute (handover_id, line_no, task_id, unit_path, reason, by_id, by_name)
  select * from jsonb_to_recordset($1::jsonb) as x(handover_id uuid, line_no int, task_id uuid,
    unit_path text, reason text, by_id uuid, by_name text)`;

export const OFF_LIST = "update task set handover_id = null where id = any($1)";

const SUMMARY = `
  select h.id, h.no, h.unit_id as "unitId", h.unit_path as "unitPath",
    u.name as "unitName", p.name as "parentName",
    h.line_count as "lineCount", h.signed_name as "signedName", h.signed_at as "signedAt",
    h.received_name as "receivedName", h.received_at as "receivedAt", h.version,
    h.content_hash as "contentHash", (select count(*)::int from handover_dispute d
      where d.handover_id = h.id) as "disputedCount"
  from handover h join unit u on u.id = h.unit_id left join unit p on p.id = u.parent_id`;

export const NEWEST = `${SUMMARY} order by (h.received_at is null) desc, h.signed_at desc limit 100`;
export const ONE = `${SUMMARY} where h.id = $1`;

export const LINES = `
  select content from handover_line where handover_id = $1 order by line_no`;

export const DISPUTES = `
  select line_no as "lineNo", reason, by_name as "byName", at
  from handover_dispute where handover_id = $1 order by line_no`;

export const SIGNATURES = `
  select office, subject, issuer, serial, format, signed_at as "signedAt", verified
  from handover_signature where handover_id = $1 order by office`;

export const COUNTS = `
  select count(*) filter (where ${WAITS_FOR_LIST})::int as unsigned,
    count(*) filter (where not ${WAITS_FOR_LIST})::int as unreceived,
    (select count(*)::int from handover where received_at is null) as lists
  from task t where t.state = 'handover'`;
