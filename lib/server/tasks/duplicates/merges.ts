import "server-only";
import type { Sql } from "@/lib/server/core/db";

/** A merge that holds. */
export interface MergeLine {
  mergeId: string;
  at: Date;
  name: string | null;
  /** undone without a reason until then */
  today: boolean;
  stays: { recordId: string; code: string | null };
  closed: { code: string; fullName: string | null }[];
  /** closed records in other areas */
  elsewhere: number;
}

const MERGES = `
  select m.id as "mergeId", m.at, o.full_name as name, m.at > now() - interval '1 day' as today,
    jsonb_build_object('recordId', m.record_id, 'code', r.code) as stays,
    coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'fullName', c.full_name) order by c.code)
      from record_merge_line l join record c on c.id = l.record_id where l.merge_id = m.id), '[]') as closed,
    m.closes - (select count(*)::int from record_merge_line l where l.merge_id = m.id) as elsewhere
  from record_merge m join record r on r.id = m.record_id left join officer o on o.id = m.by_id
  where m.undone_at is null and (m.record_id = any($1)
    or m.id in (select l.merge_id from record_merge_line l where l.record_id = any($1)))
  order by m.at desc`;

/** The merges that hold of which one of these records is a part, the latest first. */
export function readMerges(sql: Sql, recordIds: string[]): Promise<MergeLine[]> {
  return sql<MergeLine>(MERGES, [recordIds]);
}
