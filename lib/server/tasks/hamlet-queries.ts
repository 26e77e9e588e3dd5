import "server-only";
import { hamletNamesIn } from "@/lib/domain/units/hamlet-address";
import { foldHamletName } from "@/lib/domain/units/hamlet-name";
import { suggestHamlet } from "@/lib/domain/units/hamlet-suggestion";
import { placeInHamlet, ruleKey } from "@/lib/domain/units/place-in-hamlet";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { type HamletRow, readHamlets } from "@/lib/server/units/hamlets";
import { type Commune, getCommune } from "./hamlet-commands";
import { type Addressed, readCommunes, readUnplaced } from "./hamlets";

export interface HamletLine {
  id: string;
  name: string;
  records: number;
  openTasks: number;
  /** who is on its team */
  team: string[];
}

/** A name in addresses that leads to no hamlet yet. */
export interface UnplacedName {
  fromUnitId: string;
  /** the commune as the files name it; null where they name the one of today or none */
  fromName: string | null;
  /** the writing that is met most often */
  name: string;
  folded: string;
  records: number;
  suggestion: { id: string; name: string } | null;
}

export interface RuleLine {
  id: string;
  unitId: string;
  fromUnitId: string;
  name: string;
  fromName: string | null;
  /** null: not in this commune */
  hamletId: string | null;
  hamletName: string | null;
  records: number;
}

export interface HamletsPage {
  commune: Commune;
  hamlets: HamletLine[];
  unplaced: UnplacedName[];
  /** names beyond those that are listed */
  more: number;
  /** records on no list whose address names nothing to go by */
  nameless: number;
  rules: RuleLine[];
}

const MOST = 100;

const LINES = `
  select h.id, h.name,
    (select count(*)::int from record r where r.hamlet_id = h.id) as records,
    (select count(*)::int from task t join record r on r.id = t.record_id
      where r.hamlet_id = h.id and t.state <> 'closed') as "openTasks",
    array(select o.full_name from officer o where o.hamlet_id = h.id and o.disabled_at is null
      order by o.full_name) as team
  from hamlet h where h.unit_id = $1 and h.closed_at is null
  order by h.name collate "vi-x-icu"`;

const RULES = `
  select x.id, x.unit_id as "unitId", x.from_unit_id as "fromUnitId", x.written as name, f.name as "fromName",
    x.hamlet_id as "hamletId", h.name as "hamletName",
    (select count(*)::int from record r where r.hamlet_rule_id = x.id) as records
  from hamlet_rule x left join hamlet h on h.id = x.hamlet_id
  left join unit f on f.id = x.from_unit_id and f.id <> x.unit_id
  where x.unit_id = $1 order by x.at desc limit 300`;

const KNOWN = "select from_unit_id, folded_name from hamlet_rule where unit_id = $1";
const NAMES = "select id, name from unit where id = any($1)";

interface Group {
  fromUnitId: string;
  folded: string;
  writings: Map<string, number>;
  records: number;
}

/** Those that nothing places: a record that needs nobody is put on a list only when it gets work. */
async function readUndecided(sql: Sql, unitId: string): Promise<Addressed[]> {
  const known = (await readCommunes(sql, [unitId])).get(unitId);
  const records = await readUnplaced(sql, unitId);
  if (!known) return records;
  return records.filter(
    ({ address, from_unit_id: fromUnitId }) => !placeInHamlet({ address, fromUnitId }, known),
  );
}

/** Records by the name that their address most likely means; those without one are counted. */
function groupsOf(records: readonly Addressed[], known: ReadonlySet<string>) {
  const groups = new Map<string, Group>();
  let nameless = 0;
  for (const record of records) {
    const names = hamletNamesIn(record.address);
    const keys = names.map((name) => ruleKey(record.from_unit_id, foldHamletName(name)));
    // Decided to lie elsewhere: nothing more to ask.
    if (keys.some((key) => known.has(key))) continue;
    const [name] = names;
    const [key] = keys;
    if (!name || !key || foldHamletName(name) === "") {
      nameless += 1;
      continue;
    }
    const group = groups.get(key) ?? {
      fromUnitId: record.from_unit_id,
      folded: foldHamletName(name),
      writings: new Map(),
      records: 0,
    };
    group.records += 1;
    group.writings.set(name, (group.writings.get(name) ?? 0) + 1);
    groups.set(key, group);
  }
  return { groups: [...groups.values()].sort((a, b) => b.records - a.records), nameless };
}

function commonest(writings: ReadonlyMap<string, number>): string {
  return [...writings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function unplacedName(group: Group, hamlets: readonly HamletRow[]) {
  const name = commonest(group.writings);
  const near = suggestHamlet(name, hamlets);
  return {
    fromUnitId: group.fromUnitId,
    name,
    folded: group.folded,
    records: group.records,
    suggestion: near ? { id: near.id, name: near.name } : null,
  };
}

/**
 * The hamlets of a commune with their lists and teams, the names in addresses that lead to none, most
 * frequent first, and the rules that have been made.
 */
export const listHamlets = query<string | null, HamletsPage>(
  "hamlet:manage",
  async ({ sql, actor }, unitId) => {
    const commune = await getCommune(sql, unitId ?? actor.unitId);
    const hamlets = await readHamlets(sql, [commune.id]);
    const known = await sql<{ from_unit_id: string; folded_name: string }>(KNOWN, [commune.id]);
    const keys = new Set(known.map((rule) => ruleKey(rule.from_unit_id, rule.folded_name)));
    const { groups, nameless } = groupsOf(await readUndecided(sql, commune.id), keys);
    const shown = groups.slice(0, MOST);
    const from = await sql<{ id: string; name: string }>(NAMES, [
      shown.map((group) => group.fromUnitId).filter((id) => id !== commune.id),
    ]);
    const nameOf = new Map(from.map((unit) => [unit.id, unit.name]));
    return {
      commune,
      hamlets: await sql<HamletLine>(LINES, [commune.id]),
      unplaced: shown.map((group) => ({
        ...unplacedName(group, hamlets),
        fromName: nameOf.get(group.fromUnitId) ?? null,
      })),
      more: groups.length - shown.length,
      nameless,
      rules: await sql<RuleLine>(RULES, [commune.id]),
    };
  },
);

/** Communes of the actor's area, to choose one whose hamlets are to be seen. */
export const listCommunes = query("hamlet:manage", ({ sql }) =>
  sql<{ id: string; name: string; hamlets: number }>(
    `select u.id, u.name, (select count(*)::int from hamlet h where h.unit_id = u.id and h.closed_at is null) as hamlets
     from unit u where u.level = 'commune' and u.valid_to is null
       and u.path >= current_setting('app.record_from', true) and u.path < current_setting('app.record_to', true)
     order by u.name collate "vi-x-icu"`,
  ),
);
