import type pg from "pg";

interface Definition {
  name: string;
  constraint: string | null;
  definition: string;
}

const DEFINITIONS = `
  select i.relname as name, c.conname as constraint,
    coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.oid)) as definition
  from pg_index x join pg_class i on i.oid = x.indexrelid
  left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u')
  where x.indrelid = $1::regclass order by x.indisprimary desc, 1`;

/**
 * Takes the indexes of a table away while `fill` writes it, and builds them afterwards: one sorted
 * pass each instead of a look-up for every row. Within the caller's transaction; the table is locked.
 */
export async function withoutIndexes(
  client: pg.ClientBase,
  table: string,
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<Definition>(DEFINITIONS, [table]);
  for (const { name, constraint } of rows) {
    await client.query(
      constraint ? `alter table ${table} drop constraint ${constraint}` : `drop index ${name}`,
    );
  }
  await fill();
  for (const { constraint, definition } of rows) {
    await client.query(
      constraint ? `alter table ${table} add constraint ${constraint} ${definition}` : definition,
    );
  }
}
