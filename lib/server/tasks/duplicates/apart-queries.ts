import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";

/** Records of which somebody has said that they are different people. */
export interface ApartLine {
  decisionId: string;
  at: Date;
  name: string | null;
  records: { code: string; fullName: string | null }[];
  /** records of the decision in other areas */
  elsewhere: number;
}

// Only what holds: where one of two has changed since, they are looked at again.
const LINES = (some: string) => `
  select x.decision_id as "decisionId", max(x.at) as at, min(o.full_name) as name,
    jsonb_agg(jsonb_build_object('code', r.code, 'fullName', r.full_name) order by r.code) as records,
    min(x.size) - count(*)::int as elsewhere
  from record_apart x join record r on r.id = x.record_id left join officer o on o.id = x.by_id
  where ${some} group by 1
  having count(*) filter (where r.match_key = x.match_key) > 1 or min(x.size) > count(*)
  order by 2 desc, 1 limit 30`;

const ALL = LINES("true");
const OF_RECORDS = LINES(
  "x.decision_id in (select y.decision_id from record_apart y where y.record_id = any($1))",
);

/** The latest decisions of the officer's area. */
export const listApart = query("duplicate:read", ({ sql }) => sql<ApartLine>(ALL));

/** Those that concern one of these records. */
export function readApart(sql: Sql, recordIds: string[]): Promise<ApartLine[]> {
  return sql<ApartLine>(OF_RECORDS, [recordIds]);
}

const PAIRS = `
  select count(*)::int as n from unnest($1::uuid[]) a(id) join unnest($1::uuid[]) b(id) on a.id < b.id
  where are_apart(a.id, b.id)`;

/** Of how many pairs of these records it was said that they are two people. */
export async function countApart(sql: Sql, recordIds: string[]): Promise<number> {
  return (await sql<{ n: number }>(PAIRS, [recordIds]))[0]?.n ?? 0;
}
