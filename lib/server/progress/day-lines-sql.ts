import "server-only";
import { PAGE } from "./sql";

// $1 and $2 are the ends of the area, $3 and $4 the first and the last day, $5 the events and $6 the sign with
// which each of them counts. What is folded, and what isn't yet.
const happened = (column: string) => `
  select l.unit_path, l.day, l.event, l.sign * e.sign as sign, e.nth, ${column}
  from (
    select unit_path, day, event, sign, ids from progress_log
    where day between $3::date and $4::date and unit_path >= $1 and unit_path < $2 and event = any($5::text[])
    union all
    select unit_path, day, event, sign(people)::int, ids from progress_delta
    where day between $3::date and $4::date and unit_path >= $1 and unit_path < $2 and event = any($5::text[])
      and people <> 0 and ids is not null) l
  join unnest($5::text[], $6::int[]) with ordinality as e(event, sign, nth) on e.event = l.event`;

/** How many people all lines of a list come to. */
export const LOGGED = `
  select coalesce(sum(sign * n), 0)::int as people from (${happened("cardinality(l.ids) as n")}) h`;

// A limit keeps the look-up by its key: without one the planner reads every task there is.
const TASK =
  "select t.record_code, t.main_class, t.main_field, t.state from progress_line t where t.task_id = h.id limit 1";
const RECORD =
  "select r.record_code, r.main_class, r.main_field, null::text as state from progress_record r where r.record_id = h.id limit 1";

/** Lines by commune, day and event; $7 to $9 are the place of the last one seen. What comes after the page isn't looked at. */
export const dayLines = (ofRecords: boolean) => `
  select p.path || '_' || h.place || '_' || h.id as key, s.record_code as "recordCode", s.main_class as "mainClass",
    s.main_field as "mainField", s.state, coalesce(u.name, '') as "unitName", h.day, h.event, h.sign, h.times
  from (
    select distinct l.unit_path as path from (${happened("1 as n")}) l where l.unit_path >= $7 order by path) p
  cross join lateral (
    select day, event, sign, id, count(*)::int as times,
      to_char(day, 'YYYYMMDD')::bigint * 1000 + nth * 10 + (sign + 1) / 2 as place
    from (${happened("i.id")} cross join unnest(l.ids) as i(id) where l.unit_path = p.path) x
    group by day, event, nth, sign, id
    having p.path > $7 or (to_char(day, 'YYYYMMDD')::bigint * 1000 + nth * 10 + (sign + 1) / 2, id) > ($8::bigint, $9::uuid)
    order by place, id limit ${PAGE + 1}) h
  left join lateral (${ofRecords ? RECORD : TASK}) s on true
  left join lateral (select name from unit where path = p.path order by valid_to desc nulls first limit 1) u on true
  order by p.path, h.place, h.id limit ${PAGE + 1}`;
