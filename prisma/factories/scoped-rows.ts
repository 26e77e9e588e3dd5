import { v7 } from "uuid";
import type { MadeHamlet, MadeUnit, Owner } from "./communes";

/** A row under row-level security: its primary key, every column as text. */
export type RowKey = Record<string, string>;

interface Column {
  name: string;
  type: string;
  needed: boolean;
  key: boolean;
}

/** These come before the rows that hang on them, which find them by this column. */
const PARENTS: Record<string, string> = {
  hamlet: "hamlet_id",
  import_batch: "batch_id",
  record: "record_id",
  person: "person_id",
  task: "task_id",
  match_run: "run_id",
  match_result: "result_id",
  record_group: "group_id",
  record_merge: "merge_id",
  handover: "handover_id",
  publication: "publication_id",
  replay: "replay_id",
  model_release: "release_id",
  worksheet: "worksheet_id",
  result_sheet: "sheet_id",
  bulk_run: "bulk_id",
  officer: "officer_id",
  redistribution: "redistribution_id",
};

/** Every table whose rows are limited by a policy, parents first. */
export async function listScopedTables(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<{ tablename: string }>(
    "select distinct tablename from pg_policies where schemaname = 'public' order by 1",
  );
  const tables = rows.map((row) => row.tablename);
  const parents = Object.keys(PARENTS).filter((table) => tables.includes(table));
  return [...parents, ...tables.filter((table) => !parents.includes(table))];
}

/** One row in every scoped table, all of one unit and one hamlet of it. */
export async function makeScopedRows(
  owner: Owner,
  unit: MadeUnit,
  hamlet: MadeHamlet,
): Promise<Map<string, RowKey>> {
  const given: Record<string, unknown> = {
    unit_id: unit.id,
    unit_path: unit.path,
    hamlet_id: hamlet.id,
  };
  const made = new Map<string, RowKey>();
  for (const table of await listScopedTables(owner)) {
    const key = table === "hamlet" ? { id: hamlet.id } : await insertRow(owner, table, given);
    const column = PARENTS[table];
    if (column) given[column] = key.id;
    made.set(table, key);
  }
  return made;
}

/** A column of a key as a statement selects it, so that keys compare equal whatever their types. */
export function textOf(column: string): string {
  return `"${column}"::text as "${column}"`;
}

/** Fills what the table asks for, so that a table of tomorrow gets its row without a change here. */
async function insertRow(
  owner: Owner,
  table: string,
  given: Record<string, unknown>,
): Promise<RowKey> {
  const columns = await listColumns(owner, table);
  const filled = columns.filter((column) => column.name in given || column.needed);
  const names = filled.map((column) => `"${column.name}"`);
  const keyed = columns.filter((column) => column.key);
  // A table without a key is told apart by all that its row was given.
  const keys = (keyed.length > 0 ? keyed : filled).map((column) => textOf(column.name));
  const { rows } = await owner.query<RowKey>(
    `insert into "${table}" (${names}) values (${filled.map((_, at) => `$${at + 1}`)}) returning ${keys}`,
    filled.map((column) => given[column.name] ?? anyValue(column.type)),
  );
  return rows[0] as RowKey;
}

async function listColumns(owner: Owner, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       a.attnotnull and not a.atthasdef and a.attidentity = '' as needed, coalesce(i.indisprimary, false) as key
     from pg_attribute a
     left join pg_index i on i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return rows;
}

function anyValue(type: string): unknown {
  if (type === "uuid") return v7();
  if (type === "text") return v7();
  if (type === "date" || type.startsWith("timestamp")) return new Date();
  if (type === "boolean") return false;
  if (type === "jsonb") return "{}";
  if (type === "bytea") return Buffer.from("");
  if (type.endsWith("[]")) return [];
  return 1;
}
