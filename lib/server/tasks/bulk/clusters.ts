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

// Each open task once with what it differs by, then counted in three ways at once; a record may have
// doses of several facilities. Phones leave the database only through `anchor` and, masked, `phone`.
const CLUSTERS = `
  with wanted as materialized (
    select * from jsonb_to_recordset($2::jsonb) as w(field text, level text)
  ), t as materialized (
    select t.id, t.record_id, t.unit_id, r.main_field as field, r.main_level as level, r.main_class as class,
      r.batch_id, nullif(r.phone, '') as phone, r.created_at
    from task t join record r on r.id = t.record_id
    join wanted w on w.field = r.main_field and w.level = r.main_level
    where t.state = $1
  ), counted as (
    select case when grouping(batch_id) = 0 then 'batch' when grouping(phone) = 0 then 'phone' else 'cause' end as kind,
      field, level, max(class) as class, count(*)::int as count, count(distinct unit_id)::int as units, min(unit_id) as unit_id,
      case when grouping(batch_id) = 0 then batch_id::text when grouping(phone) = 0 then min(record_id::text) end as anchor,
      min(created_at) as since, phone, null::text as facility
    from t group by grouping sets ((field, level), (field, level, batch_id), (field, level, phone))
    having count(*) >= $3 and (grouping(phone) = 1 or phone is not null)
    union all
    select 'facility', t.field, t.level, max(t.class), count(distinct t.id)::int, count(distinct t.unit_id)::int, min(t.unit_id),
      min(d.id::text), min(t.created_at), null, d.facility
    from t join dose d on d.record_id = t.record_id where d.facility <> ''
    group by t.field, t.level, d.facility having count(distinct t.id) >= $3
  )
  select c.kind, c.field, c.level, c.class as "mainClass", c.count, c.anchor, c.units, u.name as "unitName",
    c.since, c.phone, c.facility
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
  const found: ClusterLine[] = [];
  for (const force of forcesOf(forceOf(actor))) {
    const levels = JSON.stringify(bulkLevels(force));
    const rows = await sql<Row>(CLUSTERS, [STATE_OF_FORCE[force], levels, least]);
    found.push(...withoutRepeats(rows.map(line(force))));
  }
  return { clusters: found.toSorted((a, b) => b.count - a.count), least, silent: false };
});
