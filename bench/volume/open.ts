import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type OwnDatabase, startDatabase } from "../own-database";
import { say } from "../result";
import { fillVolume } from "./fill";
import type { Places } from "./place";

export interface Volume extends OwnDatabase {
  records: number;
  places: Places;
}

/** Bytes on the disk for each record with its task, its indexes and what the log of writes holds. */
const BYTES_EACH = 3500;
const KEPT = join(tmpdir(), "portal-bench-volume");

/** What decides which rows there are: made by others than these they are not taken again. */
const SOURCES = ["rows.ts", "place.ts", "name-tables.ts", "fill.ts"];

function mark(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES) hash.update(readFileSync(join("bench/volume", file)));
  return hash.digest("hex").slice(0, 12);
}

/** Databases of this size from older sources: nobody takes them again, and they are large. */
function removeOlder(records: number, name: string): void {
  for (const other of readdirSync(KEPT)) {
    const old = other.endsWith(`-${records}`) && other !== name;
    if (old) rmSync(join(KEPT, other), { recursive: true, force: true });
  }
}

const nameOf = (records: number) => `${mark()}-${records}`;

/** Says in figures when the disk is too small for so many records; those that are there need none. */
export function roomFor(records: number): string | null {
  if (existsSync(join(KEPT, nameOf(records)))) return null;
  mkdirSync(KEPT, { recursive: true });
  const { bavail, bsize } = statfsSync(KEPT);
  const [free, wanted] = [bavail * bsize, records * BYTES_EACH].map((n) => n / 2 ** 30);
  if (free !== undefined && wanted !== undefined && free > wanted) return null;
  return `${records} records take ${wanted?.toFixed(1)} GiB, ${free?.toFixed(1)} GiB are free`;
}

/** Where the rows are; "begun" where a filling was interrupted, null where there was none. */
async function stateOf(ownerUrl: string): Promise<Places | "begun" | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('bench_place') is not null as begun");
    if (!rows[0]?.begun) return null;
    const made = await client.query("select to_regclass('bench_volume') is not null as done");
    if (!made.rows[0]?.done) return "begun";
    return (await client.query<{ places: Places }>("select places from bench_volume")).rows[0]
      ?.places as Places;
  } finally {
    await client.end();
  }
}

async function opened(folder: string): Promise<{ database: OwnDatabase; places: Places | null }> {
  const database = await startDatabase({ data: folder });
  const state = await stateOf(database.ownerUrl);
  if (state !== "begun") return { database, places: state };
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  return { database: await startDatabase({ data: folder }), places: null };
}

/**
 * A database of its own with so many records and tasks, brought up to the latest migration. With
 * `keep` it stays in the temporary folder, and the next bench takes it as it was left.
 */
export async function openVolume(of: { records: number; keep: boolean }): Promise<Volume> {
  mkdirSync(KEPT, { recursive: true });
  const name = nameOf(of.records);
  const folder = join(KEPT, name);
  removeOlder(of.records, name);
  const lacking = roomFor(of.records);
  if (lacking) throw new Error(lacking);
  const { database, places } = await opened(folder);
  if (!places) say(`filling ${folder}`);
  const stop = async () => {
    await database.stop();
    if (!of.keep) rmSync(folder, { recursive: true, force: true });
  };
  return {
    ...database,
    stop,
    places: places ?? (await fillVolume(database.ownerUrl, of.records)),
    records: of.records,
  };
}
