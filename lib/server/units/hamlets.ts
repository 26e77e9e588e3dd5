import "server-only";
import { foldHamletName, sameHamletName } from "@/lib/domain/units/hamlet-name";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

export interface HamletRow {
  id: string;
  unit_id: string;
  unit_path: string;
  name: string;
}

const OPEN = "select id, unit_id, unit_path, name from hamlet where closed_at is null";

/** The hamlets of some communes that are in use. */
export function readHamlets(sql: Sql, unitIds: readonly string[]): Promise<HamletRow[]> {
  return sql<HamletRow>(`${OPEN} and unit_id = any($1) order by name collate "vi-x-icu"`, [
    unitIds,
  ]);
}

/** One hamlet in use; out of scope is not found. */
export async function getHamlet(sql: Sql, hamletId: string): Promise<HamletRow> {
  const [hamlet] = await sql<HamletRow>(`${OPEN} and id = $1`, [hamletId]);
  if (!hamlet) throw new AppError("NOT_FOUND");
  return hamlet;
}

/** Of two who name the hamlets of one commune the second sees what the first has named. */
export async function takeTurns(sql: Sql, unitId: string): Promise<void> {
  await sql("select pg_advisory_xact_lock(hashtext('hamlets ' || $1))", [unitId]);
}

/** Names hamlets of a commune; gives those that are new. A name that it has in another writing is the same. */
export async function addHamlets(
  sql: Sql,
  unit: { id: string; path: string },
  names: readonly string[],
): Promise<HamletRow[]> {
  await takeTurns(sql, unit.id);
  const known = await readHamlets(sql, [unit.id]);
  const added: HamletRow[] = [];
  for (const text of names) {
    const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
    if ([...known, ...added].some((hamlet) => sameHamletName(hamlet.name, name))) continue;
    added.push({ id: newId(), unit_id: unit.id, unit_path: unit.path, name });
  }
  const rows = added.map((row) => ({ ...row, folded_name: foldHamletName(row.name) }));
  await sql(
    `insert into hamlet (id, unit_id, unit_path, name, folded_name)
     select * from jsonb_to_recordset($1::jsonb) as x(id uuid, unit_id text, unit_path text, name text, folded_name text)`,
    [JSON.stringify(rows)],
  );
  return added;
}

/** The commune's hamlet of this name; named now where it has none. */
export async function hamletNamed(
  sql: Sql,
  unit: { id: string; path: string },
  name: string,
): Promise<string | null> {
  await addHamlets(sql, unit, [name]);
  const hamlets = await readHamlets(sql, [unit.id]);
  return hamlets.find((hamlet) => sameHamletName(hamlet.name, name))?.id ?? null;
}
