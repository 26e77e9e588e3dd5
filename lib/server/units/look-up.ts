import "server-only";
import { placeToday, type Succession } from "@/lib/domain/units/successors";
import { type Era, eraOfUnit, nationId, TODAY_FROM, type Unit } from "@/lib/domain/units/unit";
import { foldUnitName, isMarked, readUnitName } from "@/lib/domain/units/unit-name";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { type Query, query } from "@/lib/server/core/query";

/** A unit with the names above it, widest first, and where it is today. */
export interface UnitLine extends Unit {
  era: Era;
  trail: { id: string; name: string }[];
  today: Succession;
}

export interface UnitDetail extends UnitLine {
  children: UnitLine[];
  /** Units of 2022 that went into this one, whole or in part. */
  from: { unit: UnitLine; relation: string }[];
}

export interface FoundUnits {
  units: UnitLine[];
  /** Whether there are others, less close than these. */
  more: boolean;
}

const COLUMNS = `u.id, u.code, u.name, u.level, u.parent_id as "parentId", u.valid_from as "validFrom",
  u.valid_to as "validTo", u.path`;

const MOST = 60;

/**
 * Units of both trees by code ("4" is "00004" too) or by a part of the name, with or without marks;
 * the closest first, then today's before those of 2022.
 */
export const searchUnits: Query<string, FoundUnits> = query("unit:read", async ({ sql }, text) => {
  const asked = text.trim().slice(0, 100);
  const isCode = /^\d{1,5}$/.test(asked);
  const units = isCode ? await byCode(sql, asked) : await byName(sql, asked);
  return { units: await completed(sql, units.slice(0, MOST)), more: units.length > MOST };
});

function byCode(sql: Sql, digits: string): Promise<Unit[]> {
  const codes = [2, 3, 5]
    .filter((size) => size >= digits.length)
    .map((size) => digits.padStart(size, "0"));
  return sql<Unit>(
    `select ${COLUMNS} from unit u where u.code = any($1)
     order by u.code = $2 desc, length(u.code), u.valid_from desc`,
    [codes, digits],
  );
}

/** Folded names hold letters, digits and spaces only, so the pattern needs no escape. */
async function byName(sql: Sql, text: string): Promise<Unit[]> {
  const folded = foldUnitName(text);
  if (folded === "") return [];
  const rows = await sql<Unit>(
    `select ${COLUMNS} from unit u where u.folded_name like '%' || $1 || '%' and u.level <> 'nation'
     order by u.folded_name = $1 desc, u.folded_name like '% ' || $1 desc, u.valid_from desc, length(u.name), u.path
     limit ${MOST + 1}`,
    [folded],
  );
  return isMarked(text) ? rows.sort((a, b) => Number(says(b, text)) - Number(says(a, text))) : rows;
}

/** Whether a unit's name has the very marks that were asked for. */
function says(unit: Unit, text: string): boolean {
  if (unit.level === "nation") return false;
  const asked = readUnitName(text, unit.level)[0]?.marked;
  return asked !== undefined && asked === readUnitName(unit.name, unit.level)[0]?.marked;
}

/** One unit of either tree, with what lies below it and what became of it. */
export const getUnit: Query<string, UnitDetail> = query("unit:read", async ({ sql }, id) => {
  const rows = await sql<Unit>(`select ${COLUMNS} from unit u where u.id = $1`, [id.slice(0, 40)]);
  const [line] = await completed(sql, [found(rows[0])]);
  const before = await sql<Unit & { relation: string }>(
    `select ${COLUMNS}, s.relation from unit_successor s join unit u on u.id = s.old_unit_id
     where s.new_unit_id = $1 order by u.path`,
    [id],
  );
  const from = await completed(sql, before);
  return {
    ...found(line),
    children: await childrenOf(sql, id),
    from: from.map((unit, at) => ({ unit, relation: before[at]?.relation ?? "" })),
  };
});

/** The provinces of a tree. */
export const listProvinces: Query<Era, UnitLine[]> = query("unit:read", ({ sql }, era) =>
  childrenOf(sql, nationId(era)),
);

async function childrenOf(sql: Sql, id: string): Promise<UnitLine[]> {
  const units = await sql<Unit>(
    `select ${COLUMNS} from unit u where u.parent_id = $1 and (u.valid_to is null or u.valid_from < date '${TODAY_FROM}')
     order by u.name collate "vi-x-icu", u.code`,
    [id],
  );
  return completed(sql, units);
}

interface Step extends Unit {
  oldId: string;
  relation: string;
}

/** Adds path and successors to a few units, by two statements for all of them. */
async function completed(sql: Sql, units: Unit[]): Promise<UnitLine[]> {
  const above = units.flatMap((unit) => unit.path.split(".").slice(0, -2));
  const names = await sql<{ id: string; name: string }>(
    "select id, name from unit where id = any($1)",
    [[...new Set(above)]],
  );
  const steps = await sql<Step>(
    `with recursive reached(id) as (
       select unnest($1::text[]) union
       select s.new_unit_id from reached r join unit_successor s on s.old_unit_id = r.id)
     select s.old_unit_id as "oldId", s.relation, ${COLUMNS}
     from reached r join unit_successor s on s.old_unit_id = r.id join unit u on u.id = s.new_unit_id
     order by u.path`,
    [units.map((unit) => unit.id)],
  );
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  const index = {
    byId: new Map<string, Unit>(),
    byCode: new Map<string, Unit[]>(),
    successors: byOldUnit(steps),
    names: new Map<string, Unit[]>(),
  };
  return units.map((unit) => ({
    ...unit,
    era: eraOfUnit(unit),
    trail: trailOf(unit, nameOf),
    today: placeToday(unit, index),
  }));
}

function byOldUnit(steps: Step[]): Map<string, { unit: Unit; relation: string }[]> {
  const successors = new Map<string, { unit: Unit; relation: string }[]>();
  for (const { oldId, relation, ...unit } of steps) {
    successors.set(oldId, [...(successors.get(oldId) ?? []), { unit, relation }]);
  }
  return successors;
}

function trailOf(unit: Unit, nameOf: Map<string, string>): { id: string; name: string }[] {
  const ids = unit.path.split(".").slice(0, -2);
  return ids.map((id) => ({ id, name: nameOf.get(id) ?? "" }));
}
