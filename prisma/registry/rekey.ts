import type pg from "pg";
import { personKeys } from "@/lib/domain/matching/blocking";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import type { PartialDate } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";
import { withoutIndexes } from "./indexes";

interface PersonRow {
  id: string;
  id_number: string | null;
  old_ids: string[];
  full_name: string;
  birth_date: string | null;
  birth_precision: PartialDate["precision"] | null;
  sex: Sex | null;
  address: string | null;
}

const CHUNK = 20_000;

const NEXT = `
  select id, id_number, old_ids, full_name, birth_date::text, birth_precision, sex, address from person
  where id > $1 order by id limit ${CHUNK}`;

const INSERT = `
  insert into person_key (key, person_id) select unnest(x.keys), x.id
  from jsonb_to_recordset($1::jsonb) as x(id uuid, keys bigint[])`;

function keysOf(row: PersonRow) {
  const { birth_date: value, birth_precision: precision } = row;
  const birthDate = value && precision ? { value, precision } : null;
  const identity = { fullName: row.full_name, birthDate, sex: row.sex, idNumber: row.id_number };
  return personKeys({ ...identity, oldIds: row.old_ids, address: row.address }, MODEL_V1);
}

const SAMPLE = `
  select id, id_number, old_ids, full_name, birth_date::text, birth_precision, sex, address,
    array(select k.key::text from person_key k where k.person_id = p.id) as keys
  from person p limit 20`;

/** Are the keys of people not those that they would get today? Told by the first few of them. */
export async function needsKeys(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<PersonRow & { keys: string[] }>(SAMPLE);
  return rows.some((row) => keysOf(row).map(String).sort().join() !== row.keys.sort().join());
}

/**
 * Makes the keys of all people anew, from the tables themselves: after the rule of the keys has
 * changed. One transaction; without keys no record would find anybody, so there is nothing in between.
 */
export async function rekeyRegistry(client: pg.Client): Promise<number> {
  let people = 0;
  await client.query("begin");
  try {
    await client.query("truncate person_key");
    await withoutIndexes(client, "person_key", async () => {
      let last = "00000000-0000-0000-0000-000000000000";
      for (;;) {
        const { rows } = await client.query<PersonRow>(NEXT, [last]);
        if (rows.length === 0) return;
        const keyed = rows.map((row) => ({ id: row.id, keys: `{${keysOf(row).join(",")}}` }));
        await client.query(INSERT, [JSON.stringify(keyed)]);
        people += rows.length;
        last = rows.at(-1)?.id ?? last;
      }
    });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
  await client.query("analyze person_key");
  return people;
}
