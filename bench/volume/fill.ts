import pg from "pg";
import { v7 } from "uuid";
import { say, secondsOf } from "../result";
import { putBack, type TakenAway, takeAway } from "./bare-tables";
import { nameTables } from "./name-tables";
import { makePlaces, type Places } from "./place";
import { DOSES, FIGURES, FILL } from "./rows";

/** In the commune that is looked at, whatever the size of the whole: two thousand pages of one force. */
const COMMUNE = 240_000;
const CHUNK = 50_000;
/** Connections: as many as cores are sure to be there. */
const HANDS = 2;

const BATCH = `
  insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
  values ($1, $2, $3, 'volume', 'volume.csv', 0, '2022-04-01', 'done', $4)`;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'",
  );
  return client;
}

/** Each hand takes what comes next until nothing is left. */
async function shared<T>(hands: pg.Client[], jobs: T[], run: (hand: pg.Client, job: T) => unknown) {
  const left = [...jobs];
  await Promise.all(
    hands.map(async (hand) => {
      for (let job = left.shift(); job !== undefined; job = left.shift()) await run(hand, job);
    }),
  );
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  say(`${what}: ${(await secondsOf(work)).toFixed(1)} s`);
}

async function fillRows(hands: pg.Client[], records: number, places: Places): Promise<void> {
  const { province, commune, coordinator, health, police } = places;
  const batch = v7();
  await hands[0]?.query(BATCH, [batch, province.id, province.path, coordinator.officerId]);
  const ids = (officers: typeof health) => officers.map((one) => one.officerId);
  const chunks = Array.from({ length: Math.ceil(records / CHUNK) }, (_, at) => at * CHUNK + 1);
  await shared(hands, chunks, (hand, from) =>
    hand.query(FILL, [
      ...[from, Math.min(from + CHUNK - 1, records), batch, records, Math.min(COMMUNE, records)],
      ...nameTables(),
      ...[commune.id, ids(health), ids(police)],
    ]),
  );
  await hands[0]?.query(DOSES);
}

async function buildUp(hands: pg.Client[], { indexes, references }: TakenAway): Promise<void> {
  await timed("indexes", () => shared(hands, indexes, (hand, job) => hand.query(job)));
  const [one] = hands;
  // One after the other: two on one table wait for each other anyway.
  await timed("references", async () => {
    for (const reference of references) await one?.query(reference);
  });
}

/** Fills an empty database of the portal with records and tasks; gives where they are. */
export async function fillVolume(ownerUrl: string, records: number): Promise<Places> {
  const hands = await Promise.all(Array.from({ length: HANDS }, () => connected(ownerUrl)));
  const [one] = hands;
  if (!one) throw new Error("no connection");
  const places = await makePlaces(one);
  const away = await takeAway(one);
  await timed(`${records} rows`, () => fillRows(hands, records, places));
  await buildUp(hands, away);
  await timed("figures", () => one.query(FIGURES));
  await putBack(one);
  await timed("vacuum", async () => {
    await shared(hands, ["record", "task", "record_word"], (hand, table) =>
      hand.query(`vacuum analyze ${table}`),
    );
    await one.query("analyze");
  });
  await one.query("checkpoint").catch(() => undefined); // only where the owner may
  await one.query("create table bench_volume as select $1::jsonb as places", [
    JSON.stringify(places),
  ]);
  for (const hand of hands) await hand.end();
  return places;
}
