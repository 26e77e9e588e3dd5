import "server-only";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { scopeRange } from "@/lib/domain/units/unit";
import { foldUnitName } from "@/lib/domain/units/unit-name";
import { query } from "@/lib/server/core/query";

/** A province or commune of today. */
export interface FoundUnit {
  id: string;
  name: string;
  level: UnitLevel;
  /** of a commune */
  province: string | null;
  /** the unit before it that bore the name; null where it bears the name itself */
  was: string | null;
}

const MOST = 20;
/** One letter is in every name. */
const LEAST_LETTERS = 2;

// A folded name holds letters, digits and spaces only, so the pattern needs no escape. A district of 2022
// stands for its communes; what has been changed since leads on to what is in force.
const BY_NAME = `
  with recursive named as (
    select id, name, folded_name, level, valid_to from unit
    where level <> 'nation' and folded_name like '%' || $1 || '%'
      and (valid_to is not null or path >= $3 and path < $4)),
  reached(id, named_id) as (
    select id, id from named
    union select c.id, n.id from named n join unit c on c.parent_id = n.id where n.level = 'district'
    union select s.new_unit_id, r.named_id from reached r join unit_successor s on s.old_unit_id = r.id),
  closest as (
    select distinct on (t.id) t.id, t.name, t.level, t.parent_id, n.valid_to is not null as past, n.name as named,
      n.level <> 'district' and (n.folded_name = $1 or n.folded_name like '% ' || $1) as whole,
      strpos(lower(n.name), lower($2)) > 0 as marked, n.level = 'district' as wide
    from reached r join unit t on t.id = r.id and t.valid_to is null join named n on n.id = r.named_id
    where t.level in ('province', 'commune') and t.path >= $3 and t.path < $4
    order by t.id, n.valid_to is not null, whole desc, marked desc, wide, n.id)
  select c.id, c.name, c.level, case c.level when 'commune' then p.name end as province,
    case when c.past then c.named end as was
  from closest c left join unit p on p.id = c.parent_id
  order by c.whole desc, c.marked desc, c.past, c.wide, c.level = 'commune', length(c.named), c.name collate "vi-x-icu", c.id
  limit ${MOST + 1}`;

export interface FoundUnits {
  units: FoundUnit[];
  /** whether there are others, less close than these */
  more: boolean;
}

/**
 * Provinces and communes of today in the viewer's area by a part of their name or of a name that is in force no
 * longer, with or without marks; the closest first, twenty at most.
 */
export const findUnits = query<string, FoundUnits>("unit:read", async ({ sql, actor }, text) => {
  const typed = text.trim().slice(0, 100);
  const folded = foldUnitName(typed);
  if (folded.length < LEAST_LETTERS) return { units: [], more: false };
  const { from, to } = scopeRange(actor.unitPath);
  const units = await sql<FoundUnit>(BY_NAME, [folded, typed, from, to]);
  return { units: units.slice(0, MOST), more: units.length > MOST };
});
