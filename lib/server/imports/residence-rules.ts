import "server-only";
import { hamletNamesIn } from "@/lib/domain/units/hamlet-address";
import { foldHamletName } from "@/lib/domain/units/hamlet-name";
import type { Sql } from "@/lib/server/core/db";

/** Where the thôn and tổ of divided communes belong, by `residenceKey`. */
export type ResidenceRules = ReadonlyMap<string, { id: string; unitId: string }>;

export function residenceKey(oldUnitId: string, folded: string): string {
  return `${oldUnitId} ${folded}`;
}

/** The rules of the reader's area: a few thousand at most. */
export async function readResidenceRules(sql: Sql): Promise<ResidenceRules> {
  const rows = await sql<{ id: string; old_unit_id: string; folded_name: string; unit_id: string }>(
    "select id, old_unit_id, folded_name, unit_id from residence_rule",
  );
  return new Map(
    rows.map((row) => [
      residenceKey(row.old_unit_id, row.folded_name),
      { id: row.id, unitId: row.unit_id },
    ]),
  );
}

/** The rule by which an address in a divided commune belongs to one of its parts. */
export function findResidenceRule(
  rules: ResidenceRules,
  oldUnitId: string,
  address: string,
): { id: string; unitId: string } | null {
  if (rules.size === 0 || address === "") return null;
  for (const name of hamletNamesIn(address)) {
    const rule = rules.get(residenceKey(oldUnitId, foldHamletName(name)));
    if (rule) return rule;
  }
  return null;
}
