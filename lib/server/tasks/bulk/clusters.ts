import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import type { DifferenceClass, IdentityField } from "@/lib/domain/matching/vocabulary";
import { maskNumber } from "@/lib/domain/records/mask";
import { bulkLevels } from "@/lib/domain/tasks/bulk-rules";
import { type ClusterKind, type FoundCluster, withoutRepeats } from "@/lib/domain/tasks/cluster";
import { STATE_OF_FORCE } from "@/lib/domain/tasks/states";
import { query } from "@/lib/server/core/query";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { readSetting } from "@/lib/server/units/settings";

// A province has hundreds of thousands of open tasks, which the planner, taking row scope for a filter that
// leaves next to none, would sort on disk again and again.
const COUNTING =
  "select set_config('enable_sort', 'off', true), set_config('work_mem', '128MB', true)";

// Each open task once for everything by which it may be like others, counted within each unit, then over
// all units. Phones leave the database only through `anchor` and, masked, `phone`.
const CLUSTERS = `
  with wanted as materialized (
    select * from jsonb_to_recordset($2::jsonb) as w(field text, level text)
  ), t as materialized (
    select t.record_id, t.unit_id, r.main_field as field, r.main_level as level, r.main_class as class,
      r.batch_id::text as batch, nullif(r.phone, '') as phone, r.created_at
    from task t join record r on r.id = t.record_id
    join wanted w on w.field = r.main_field and w.level = r.main_level
    where t.state = $1
  ), keyed as (
    select t.field, t.level, t.class, t.unit_id, t.created_at, v.kind, v.key, v.anchor
    from t cross join lateral (values ('cause', '', null), ('batch', t.batch, t.batch),
      ('phone', t.phone, t.record_id::text)) v(kind, key, anchor) where v.key is not null
    union all
    select t.field, t.level, t.class, t.unit_id, t.created_at, 'facility', f.facility, f.dose_id
    from t join facilities_in_scope($1) f on f.record_id = t.record_id
  ), of_unit as (
    select kind, field, level, key, unit_id, count(*) as n, max(class) as class, min(anchor) as anchor,
      min(created_at) as since
    from keyed group by kind, field, level, key, unit_id
  ), counted as (
    select kind, field, level, key, sum(n)::int as count, count(*)::int as units, min(unit_id) as unit_id,
      max(class) as class, min(anchor) as anchor, min(since) as since
    from of_unit group by kind, field, level, key having sum(n) >= $3
  )
  select c.kind, c.field, c.level, c.class as "mainClass", c.count, c.anchor, c.units, u.name as "unitName",
    c.since, case when c.kind = 'phone' then c.key end as phone,
    case when c.kind = 'facility' then c.key end as facility
  from counted c join unit u on u.id = c.unit_id order by c.count desc, c.kind, c.field, c.level limit 200`;

interface Row {
  kind: ClusterKind;
  field: IdentityField;
  level: string;
  mainClass: DifferenceClass;
  count: number;
  anchor: string | null;
  units: number;
  unitName: string;
  since: Date;
  phone: string | null;
  facility: string | null;
}

/** A cluster in the actor's area, with what its rule in words names. */
export interface ClusterLine extends FoundCluster {
  units: number;
  unitName: string;
  /** when the first of its records came */
  since: Date;
  /** masked */
  phone: string | null;
  facility: string | null;
}

const line =
  (force: Force) =>
  (row: Row): ClusterLine => ({
    ...row,
    force,
    phone: row.phone ? maskNumber(row.phone) : null,
  });

/** The forces whose clusters an actor sees: their own, or all below a coordinator. */
function forcesOf(force: Force | null): Force[] {
  return force ? [force] : ["health", "police"];
}

export interface Clusters {
  clusters: ClusterLine[];
  /** from how many tasks on */
  least: number;
  /** the registry only answers right or wrong: there is no value to take */
  silent: boolean;
}

/** Open tasks of one cause in the actor's area, the largest clusters first. */
export const listClusters = query<void, Clusters>("bulk:read", async ({ sql, actor }) => {
  const least = await readSetting(sql, "clusterLeast");
  if (portalGateway()) return { clusters: [], least, silent: true };
  await sql(COUNTING);
  const found: ClusterLine[] = [];
  for (const force of forcesOf(forceOf(actor))) {
    const levels = JSON.stringify(bulkLevels(force));
    const rows = await sql<Row>(CLUSTERS, [STATE_OF_FORCE[force], levels, least]);
    found.push(...withoutRepeats(rows.map(line(force))));
  }
  return { clusters: found.toSorted((a, b) => b.count - a.count), least, silent: false };
});
