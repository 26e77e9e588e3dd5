import "server-only";
import { TASK_COLUMNS } from "@/lib/server/tasks/sql";

/*
 * A confirmed record waits for a list while it is on none, or only on one that was received before
 * it came back. Asked in this direction, a list that somebody else is signing right now, which this
 * statement can't see yet, keeps its records: nothing is signed twice.
 */
const WAITS_FOR_LIST = `(t.handover_id is null or exists (
  select 1 from handover h where h.id = t.handover_id and h.received_at is not null))`;

export const READY = `
  select ${TASK_COLUMNS}, r.code from task t join record r on r.id = t.record_id
  where t.unit_id = $1 and t.state = 'handover' and ${WAITS_FOR_LIST}
  order by r.code limit $2 for update of t`;

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

export const PUT_ON_LIST = "update task set handover_id = $1 where id = any($2)";

export const RECEIVE = `
  update handover set received_by_id = $2, received_name = $3, received_at = now(), version = version + 1
  where id = $1 and version = $4 and received_at is null returning id`;

export const LIST_TASKS = `
  select ${TASK_COLUMNS} from task t
  where t.handover_id = $1 and t.state = 'handover' order by t.id for update`;

const SUMMARY = `
  select h.id, h.no, h.unit_id as "unitId", u.name as "unitName", p.name as "parentName",
    h.line_count as "lineCount", h.signed_name as "signedName", h.signed_at as "signedAt",
    h.received_name as "receivedName", h.received_at as "receivedAt", h.version,
    h.content_hash as "contentHash"
  from handover h join unit u on u.id = h.unit_id left join unit p on p.id = u.parent_id`;

export const NEWEST = `${SUMMARY} order by (h.received_at is null) desc, h.signed_at desc limit 100`;
export const ONE = `${SUMMARY} where h.id = $1`;

export const LINES = `
  select content from handover_line where handover_id = $1 order by line_no`;

export const COUNTS = `
  select count(*) filter (where ${WAITS_FOR_LIST})::int as unsigned,
    count(*) filter (where not ${WAITS_FOR_LIST})::int as unreceived,
    (select count(*)::int from handover where received_at is null) as lists
  from task t where t.state = 'handover'`;
