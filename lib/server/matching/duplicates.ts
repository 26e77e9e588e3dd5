import "server-only";
import type { Sql } from "@/lib/server/core/db";
import type { RunRow } from "./run-row";

/** What records of a group have in common: the accepted person, the number, or all else and the phone. */
export const GROUP_KINDS = ["person", "number", "contact"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What a record shares with its duplicates, as a hash; $1 the run whose records are looked at. */
const KEYS: Record<GroupKind, { touched: string; all: string }> = {
  person: {
    touched: `select distinct m.person_id as key from match_result m where m.run_id = $1 and m.person_id is not null`,
    all: `select r.id, m.person_id as key from touched t
      join match_candidate c on c.person_id = t.key join record r on r.match_result_id = c.result_id
      join match_result m on m.id = c.result_id and m.person_id = t.key`,
  },
  number: {
    touched: `select distinct r.id_number as key from match_result m join record r on r.id = m.record_id
      where m.run_id = $1 and r.id_number ~ '^[0-9]{9,12}$'`,
    all: "select r.id, t.key from touched t join record r on r.id_number = t.key",
  },
  contact: {
    touched: `select distinct r.match_key as key from match_result m join record r on r.id = m.record_id
      where m.run_id = $1 and r.id_number is null and r.phone is not null and r.full_name is not null
        and r.birth_date is not null and r.sex is not null`,
    all: `select r.id, r.phone || ' ' || t.key as key from touched t join record r on r.match_key = t.key
      where r.id_number is null and r.phone is not null`,
  },
};

/** Groups of a kind: members under their hash. One and the same result however often it is run. */
const findOf = (kind: GroupKind) => `
  with touched as materialized (${KEYS[kind].touched}),
  every as materialized (
    select distinct f.id, hashtextextended(f.key::text, 0) as evidence from (${KEYS[kind].all}) f
  ),
  several as (select evidence, count(*)::int as size from every group by 1 having count(*) > 1),
  kept as (
    insert into record_group as g (id, unit_path, kind, evidence, size, run_id)
    select gen_random_uuid(), $2, $3, evidence, size, $1 from several
    on conflict (unit_path, kind, evidence) do update set size = excluded.size, run_id = excluded.run_id
    returning g.id, g.evidence
  ), members as (
    insert into record_group_member (group_id, record_id)
    select k.id, e.id from kept k join every e using (evidence)
    on conflict do nothing
  )
  select count(*)::int as n from kept`;

/** Members that no longer share what they had in common are not members, and one alone is no group. */
const LEFT: Record<GroupKind, string> = {
  person: "m.person_id is not null and hashtextextended(m.person_id::text, 0) = g.evidence",
  number: "hashtextextended(r.id_number, 0) = g.evidence",
  contact: `r.id_number is null and hashtextextended(r.phone || ' ' || r.match_key, 0) = g.evidence`,
};

const leave = (kind: GroupKind) => `
  delete from record_group_member b using record_group g, record r left join match_result m on m.id = r.match_result_id
  where b.group_id = g.id and g.kind = '${kind}' and g.unit_path = $2 and r.id = b.record_id
    and r.id in (select record_id from match_result where run_id = $1)
    and (${LEFT[kind]}) is not true`;

/** A group by number whose members were all found to be one person says nothing new. */
const SAID = `
  delete from record_group g where g.kind = 'number' and g.unit_path = $1 and exists (
    select 1 from record_group p where p.kind = 'person' and p.unit_path = $1 and not exists (
      select 1 from record_group_member b where b.group_id = g.id and not exists (
        select 1 from record_group_member c where c.group_id = p.id and c.record_id = b.record_id)))`;

/**
 * Finds the records that may be one person's: those of the run beside all others of the starter's
 * area. Groups belong to that area. Gives how many groups records of the run are in.
 */
export async function groupDuplicates(sql: Sql, run: RunRow): Promise<number> {
  for (const kind of GROUP_KINDS) {
    await sql(leave(kind), [run.id, run.unit_path]);
    await sql(findOf(kind), [run.id, run.unit_path, kind]);
  }
  return 0;
}
void SAID;
