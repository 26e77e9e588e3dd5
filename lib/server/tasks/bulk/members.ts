import "server-only";
import { type ClusterKey, type ClusterKind, SAMPLE_SIZE } from "@/lib/domain/tasks/cluster";
import { STATE_OF_FORCE } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";

/** What a cluster's tasks have in common besides the difference; $4 is the cluster's anchor. */
const COMMON: Record<ClusterKind, string> = {
  cause: "$4::uuid is null",
  batch: "r.batch_id = $4::uuid",
  phone: "r.phone <> '' and r.phone = (select o.phone from record o where o.id = $4::uuid)",
  facility: `exists (select 1 from dose d where d.record_id = r.id
    and d.facility = (select o.facility from dose o where o.id = $4::uuid))`,
};

/** The tasks of a cluster as they are now: `t` and `r`, of whatever the session sees. */
export function membersOf(kind: ClusterKind): string {
  return `from task t join record r on r.id = t.record_id
    where t.state = $1 and r.main_field = $2 and r.main_level = $3 and ${COMMON[kind]}`;
}

/** The values of `membersOf`. */
export function memberValues({ force, field, level, anchor }: ClusterKey): unknown[] {
  return [STATE_OF_FORCE[force], field, level, anchor];
}

export interface ClusterSize {
  count: number;
  mainClass: string;
  units: number;
  unitName: string | null;
  since: Date | null;
}

/** How many tasks a cluster has now, and where. */
export async function sizeOf(sql: Sql, key: ClusterKey): Promise<ClusterSize> {
  const [size] = await sql<ClusterSize>(
    `select count(*)::int as count, coalesce(max(r.main_class), '') as "mainClass",
       count(distinct t.unit_id)::int as units, min(r.created_at) as since,
       (select u.name from unit u where u.id = min(t.unit_id)) as "unitName" ${membersOf(key.kind)}`,
    memberValues(key),
  );
  return size ?? { count: 0, mainClass: "", units: 0, unitName: null, since: null };
}

/** Ten of them by chance: the same seed draws the same ten while the cluster is the same. */
export async function drawSample(sql: Sql, key: ClusterKey, seed: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select t.id ${membersOf(key.kind)} order by md5(t.id::text || $5), t.id limit ${SAMPLE_SIZE}`,
    [...memberValues(key), seed],
  );
  return rows.map((row) => row.id);
}
