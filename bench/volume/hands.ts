import pg from "pg";
import { say, secondsOf } from "../result";
import type { TakenAway } from "./bare-tables";

const CHUNK = 50_000;
/** Connections: as many as cores are sure to be there. */
const HANDS = 2;

export const BATCH = `
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

/** Connections of the owner, set for filling. */
export function openHands(ownerUrl: string): Promise<pg.Client[]> {
  return Promise.all(Array.from({ length: HANDS }, () => connected(ownerUrl)));
}

/** Each hand takes what comes next until nothing is left. */
export async function shared<T>(
  hands: pg.Client[],
  jobs: T[],
  run: (hand: pg.Client, job: T) => unknown,
) {
  const left = [...jobs];
  await Promise.all(
    hands.map(async (hand) => {
      for (let job = left.shift(); job !== undefined; job = left.shift()) await run(hand, job);
    }),
  );
}

/** First and last number of each piece of so many rows. */
export function chunksOf(records: number): [number, number][] {
  return Array.from({ length: Math.ceil(records / CHUNK) }, (_, at) => [
    at * CHUNK + 1,
    Math.min((at + 1) * CHUNK, records),
  ]);
}

export async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  say(`${what}: ${(await secondsOf(work)).toFixed(1)} s`);
}

/** Indexes by all hands; references of one table wait for each other anyway. */
export async function buildUp(
  hands: pg.Client[],
  { indexes, references }: TakenAway,
): Promise<void> {
  await timed("indexes", () => shared(hands, indexes, (hand, job) => hand.query(job)));
  const [one] = hands;
  await timed("references", async () => {
    for (const reference of references) await one?.query(reference);
  });
}

/** Leaves the tables as they are in service after a while. */
export async function settle(hands: pg.Client[], tables: string[]): Promise<void> {
  await shared(hands, tables, (hand, table) => hand.query(`vacuum analyze ${table}`));
  await hands[0]?.query("analyze");
  await hands[0]?.query("checkpoint").catch(() => undefined); // only where the owner may
}
