import type pg from "pg";
import { withoutIndexes } from "./indexes";

/** From this share of the people who are there on, building the indexes anew is quicker. */
const BULK_SHARE = 0.1;

const COLUMNS = `id, source_person_id, id_number, old_ids, full_name, birth_date, birth_precision, sex,
  address, commune_code`;

/** A file may name a person twice: the last line holds. Ids grow with the lines. */
const REPEATED = `
  delete from staged s using (
    select source_person_id, max(id::text)::uuid as last from staged
    group by source_person_id having count(*) > 1) twice
  where s.source_person_id = twice.source_person_id and s.id <> twice.last`;

/** Who is there already keeps their id: stored candidates name it. */
const KNOWN = `
  update staged s set id = p.id from person p where p.source_person_id = s.source_person_id`;

const PEOPLE = `insert into person (${COLUMNS}, snapshot_id) select ${COLUMNS}, $1::uuid from staged`;
const KEYS = "insert into person_key (key, person_id) select unnest(keys), id from staged";

const FORGET = [
  "delete from person_key k using staged s where k.person_id = s.id",
  "delete from person p using staged s where p.id = s.id",
];

const ROOM = [
  "set local work_mem = '256MB'",
  "set local maintenance_work_mem = '512MB'",
  "set local max_parallel_maintenance_workers = 2",
];

async function isBulk(client: pg.ClientBase, people: number): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from (select from person limit $1) as present",
    [Math.ceil(people / BULK_SHARE)],
  );
  return people >= BULK_SHARE * (rows[0]?.n ?? 0);
}

/** Keys of one person are told apart by whoever makes them, so that no sorting is needed here. */
async function write(client: pg.ClientBase, snapshotId: string): Promise<void> {
  await client.query(PEOPLE, [snapshotId]);
  await client.query(KEYS);
}

/**
 * Moves what was read into the tables. Load first, build indexes after: where the file is large
 * beside what is there. People who are there already get the newer values and keep their id.
 */
export async function mergeStaged(
  client: pg.ClientBase,
  of: { snapshotId: string; people: number },
): Promise<void> {
  for (const setting of ROOM) await client.query(setting);
  const bulk = await isBulk(client, of.people);
  await client.query("analyze staged");
  await client.query(REPEATED);
  const known = await client.query(KNOWN);
  if (known.rowCount) for (const statement of FORGET) await client.query(statement);
  if (!bulk) return write(client, of.snapshotId);
  await withoutIndexes(client, "person", () =>
    withoutIndexes(client, "person_key", () => write(client, of.snapshotId)),
  );
}
