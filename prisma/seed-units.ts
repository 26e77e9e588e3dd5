import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { foldName } from "@/lib/domain/records/full-name";
import {
  buildSuccessors,
  buildUnits,
  type ProvinceSuccessorRow,
  type SuccessorRow,
  type UnitRow,
} from "@/lib/domain/units/build-units";
import type { Unit } from "@/lib/domain/units/unit";

async function readTable<Row>(name: string): Promise<Row[]> {
  const path = fileURLToPath(new URL(`./data/${name}.csv`, import.meta.url));
  return parse(await readFile(path), { columns: true, bom: true }) as Row[];
}

const INSERT_UNITS = `
  insert into unit (id, code, name, folded_name, level, parent_id, valid_from, valid_to, path)
  select * from jsonb_to_recordset($1::jsonb) as x(id text, code text, name text, folded_name text,
    level text, parent_id text, valid_from date, valid_to date, path text)
  on conflict (id) do nothing`;

// A few steps start from codes that were made and merged away between the two tables.
const INSERT_SUCCESSORS = `
  insert into unit_successor (old_unit_id, new_unit_id, relation, confidence)
  select "oldUnitId", "newUnitId", relation, confidence
  from jsonb_to_recordset($1::jsonb) as x("oldUnitId" text, "newUnitId" text, relation text, confidence text)
  on conflict do nothing`;

function unitRow(unit: Unit) {
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    folded_name: foldName(unit.name),
    level: unit.level,
    parent_id: unit.parentId,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    path: unit.path,
  };
}

/** Writes all units of 2022 and of today, and the steps between them. Again does no harm. */
export async function seedUnits(databaseUrl: string): Promise<void> {
  const units = buildUnits({
    past: await readTable<UnitRow>("admin_units_2022"),
    today: await readTable<UnitRow>("admin_units_2025"),
  });
  const steps = buildSuccessors(
    await readTable<SuccessorRow>("admin_successors"),
    await readTable<ProvinceSuccessorRow>("admin_successors_provinces"),
  );
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(INSERT_UNITS, [JSON.stringify(units.map(unitRow))]);
    await client.query(INSERT_SUCCESSORS, [JSON.stringify(steps)]);
    await client.query("commit");
    await client.query("analyze unit");
  } finally {
    await client.end();
  }
}
