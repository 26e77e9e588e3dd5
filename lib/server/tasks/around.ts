import "server-only";
import { query } from "@/lib/server/core/query";

/** A record of the same commune with the same phone number: usually of one household. */
export interface NeighbourLine {
  recordId: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  /** its open task, where there is one */
  taskId: string | null;
}

const SAME_PHONE = `
  select o.id as "recordId", o.code, o.full_name as "fullName",
    extract(year from o.birth_date)::text as "birthYear",
    (select t.id from task t where t.record_id = o.id and t.state <> 'closed' limit 1) as "taskId"
  from record r join record o on o.phone = r.phone and o.phone <> '' and o.unit_path = r.unit_path and o.id <> r.id
  where r.id = $1 and o.duplicate_of_id is null order by o.birth_date nulls last, o.id limit 10`;

/** Who else has this record's phone number, the eldest first, ten at most. */
export const listSamePhone = query("task:read", ({ sql }, recordId: string) =>
  sql<NeighbourLine>(SAME_PHONE, [recordId]),
);
