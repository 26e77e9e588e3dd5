import type { Owner } from "@/prisma/factories/communes";

const FILLED = ["record", "task", "dose", "record_word"];
const TABLES = `array[${FILLED.map((name) => `'${name}'`).join(", ")}]::regclass[]`;

// Indexes that hold up no constraint; keys stay: ids come in order, which costs next to nothing.
const INDEXES = `
  select i.oid::regclass::text as name, pg_get_indexdef(i.oid) as definition
  from pg_index x join pg_class i on i.oid = x.indexrelid
  where x.indrelid = any(${TABLES}) and not exists (select from pg_constraint c where c.conindid = i.oid)
  order by pg_relation_size(x.indrelid) desc, 1`;

// The words of names come in no order at all, so theirs is a key that would be built row by row.
const REFERENCES = `
  select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint
  where contype = 'f' and conrelid = any(${TABLES}) or conrelid = 'record_word'::regclass and contype = 'p'`;

interface Index {
  name: string;
  definition: string;
}

interface Reference extends Index {
  table: string;
}

/** What was taken away, to be built when the rows are there. */
export interface TakenAway {
  indexes: string[];
  references: string[];
}

/**
 * Takes indexes, references and the triggers for figures away from the tables that are filled: all
 * that the owner of a table may do, so that it works on any PostgreSQL.
 */
export async function takeAway(owner: Owner): Promise<TakenAway> {
  const { rows: indexes } = await owner.query<Index>(INDEXES);
  const { rows: references } = await owner.query<Reference>(REFERENCES);
  for (const { table, name } of references) {
    await owner.query(`alter table ${table} drop constraint "${name}"`);
  }
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (const table of FILLED) {
    await owner.query(`alter table ${table} disable trigger user`);
  }
  return {
    indexes: indexes.map(({ definition }) => definition),
    references: references.map(
      ({ table, name, definition }) =>
        `alter table ${table} add constraint "${name}" ${definition}`,
    ),
  };
}

/** Puts triggers back; to be called when the rows and the figures are there. */
export async function putBack(owner: Owner): Promise<void> {
  for (const table of FILLED) {
    await owner.query(`alter table ${table} enable trigger user`);
  }
}
