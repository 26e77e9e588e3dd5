import "server-only";
import {
  type HamletPlace,
  type HamletsOfCommune,
  placeInHamlet,
  ruleKey,
} from "@/lib/domain/units/place-in-hamlet";
import type { Sql } from "@/lib/server/core/db";
import { readHamlets } from "@/lib/server/units/hamlets";

export interface Addressed {
  id: string;
  unit_id: string;
  /** the commune as the file names it, "" where it names none */
  from_unit_id: string;
  address: string;
}

const ADDRESSED = `
  select id, unit_id, coalesce(received_unit_id, '') as from_unit_id, address
  from record where hamlet_id is null and address <> ''`;

const PLACE = `
  update record r set hamlet_id = x.hamlet_id, hamlet_rule_id = x.rule_id
  from jsonb_to_recordset($1::jsonb) as x(record_id uuid, hamlet_id uuid, rule_id uuid)
  where r.id = x.record_id and r.hamlet_id is null returning r.id`;

const RULES = `
  select id, unit_id, from_unit_id, folded_name, hamlet_id from hamlet_rule where unit_id = any($1)`;

interface RuleRow {
  id: string;
  unit_id: string;
  from_unit_id: string;
  folded_name: string;
  hamlet_id: string | null;
}

/** What some communes have named and decided, by commune. */
export async function readCommunes(
  sql: Sql,
  unitIds: readonly string[],
): Promise<Map<string, HamletsOfCommune>> {
  const hamlets = await readHamlets(sql, unitIds);
  const rules = await sql<RuleRow>(RULES, [unitIds]);
  return new Map(
    unitIds.map((unitId) => [
      unitId,
      {
        hamlets: hamlets.filter((hamlet) => hamlet.unit_id === unitId),
        rules: new Map(
          rules
            .filter((rule) => rule.unit_id === unitId)
            .map((rule) => [
              ruleKey(rule.from_unit_id, rule.folded_name),
              { id: rule.id, hamletId: rule.hamlet_id },
            ]),
        ),
      },
    ]),
  );
}

async function place(sql: Sql, records: readonly Addressed[]): Promise<string[]> {
  if (records.length === 0) return [];
  const communes = await readCommunes(sql, [...new Set(records.map((one) => one.unit_id))]);
  const placed = records.flatMap((record) => {
    const commune = communes.get(record.unit_id);
    const of = { address: record.address, fromUnitId: record.from_unit_id };
    const found: HamletPlace | null = commune ? placeInHamlet(of, commune) : null;
    return found
      ? [{ record_id: record.id, hamlet_id: found.hamletId, rule_id: found.ruleId }]
      : [];
  });
  const rows = await sql<{ id: string }>(PLACE, [JSON.stringify(placed)]);
  return rows.map((row) => row.id);
}

/** Records of a commune that are on no hamlet's list. */
export function readUnplaced(sql: Sql, unitId: string): Promise<Addressed[]> {
  return sql<Addressed>(`${ADDRESSED} and unit_id = $1`, [unitId]);
}

/**
 * Puts records on the list of the hamlet that their address names: by the commune's rules, else where the
 * commune has named it. Gives those that it has placed.
 */
export async function placeInHamlets(sql: Sql, recordIds: string[]): Promise<string[]> {
  return place(sql, await sql<Addressed>(`${ADDRESSED} and id = any($1)`, [recordIds]));
}

/** The same for all records of a commune that are on no list. */
export async function placeUnplaced(sql: Sql, unitId: string): Promise<string[]> {
  return place(sql, await readUnplaced(sql, unitId));
}
