import "server-only";
import { nationId, scopeRange } from "@/lib/domain/units/unit";

const PAST = scopeRange(`${nationId("past")}.`);

/** Communes of today from the path $1 to $2, by name. */
export const COMMUNES = `
  select id, name, level, path from unit
  where level = 'commune' and valid_to is null and path >= $1 and path < $2 order by name collate "vi-x-icu", id`;

/**
 * From where each of them comes: back along the successors to units of 2022, counted by the unit at place $3
 * of their path (2 its province, 3 its district). Who gave land only is counted apart.
 */
export const ORIGINS = `
  with recursive back(now, id, land) as (
    select id, id, false from unit
    where level = 'commune' and valid_to is null and path >= $1 and path < $2
    union
    select b.now, s.old_unit_id, b.land or s.relation = 'part_area_only'
    from back b join unit_successor s on s.new_unit_id = b.id),
  origin as (
    select b.now, split_part(o.path, '.', $3::int) as id,
      count(distinct o.id) filter (where not b.land)::int as peopled, count(distinct o.id)::int as "all"
    from back b join unit o on o.id = b.id where o.path >= '${PAST.from}' and o.path < '${PAST.to}' group by 1, 2)
  select o.now as "communeId", g.id, g.name, case g.level when 'province' then null else above.name end as above,
    o.peopled, o."all"
  from origin o join unit g on g.id = o.id join unit above on above.id = g.parent_id`;

/**
 * Cells of places by a key, folded or not, in one statement: $3 are paths of communes and $4 their keys, $5 the
 * parents of units whose own cells count, under the key '', as does what isn't folded there. Of open tasks past
 * their day ("due") only those before $6. $1 and $2 are the ends of the area.
 */
export const KEYED_CELLS = `
  with place as materialized (
    select p.path, p.key, parent_path(p.path) as parent from unnest($3::text[], $4::text[]) p(path, key)),
  fresh as materialized (
    select coalesce(p.key, '') as key, d.* from progress_fresh d left join place p on p.path = d.unit_path
    where d.unit_path >= $1 and d.unit_path < $2),
  cell as (
    select p.key, c.kind, c.state, c.outcome, c.main_class, c.people, c.doses, c.minutes from place p
    join lateral (select * from progress_count
      where grain = 'sum' and parent_path = p.parent and unit_path = p.path) c on true
    union all
    select p.key, 'due', '', '', '', c.people, 0, 0 from place p
    join lateral (select people from progress_count
      where grain = 'own' and parent_path = p.parent and unit_path = p.path and kind = 'due' and state < $6) c on true
    union all
    select '', kind, case kind when 'due' then '' else state end, outcome, main_class, people, doses, minutes
    from progress_count
    where grain = 'own' and parent_path = any($5::text[]) and unit_path >= $1 and unit_path < $2
      and (kind in ('record', 'task') or kind = 'due' and state < $6)
    union all
    select key, kind, case kind when 'due' then '' else state end, outcome, main_class, people, doses, minutes
    from fresh where kind in ('record', 'task') or kind = 'due' and state < $6
    union all
    select key, 'due', '', '', '', people, 0, 0 from fresh where due_day < $6::date)
  select key, kind, state, outcome, main_class as "mainClass",
    sum(people)::int8 as people, sum(doses)::int8 as doses, sum(minutes)::int8 as minutes
  from cell group by 1, 2, 3, 4, 5`;
