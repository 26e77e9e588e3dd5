import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type OwnDatabase, startDatabase } from "../own-database";
import { say } from "../result";
import { fillVolume } from "./fill";
import type { Places } from "./place";

/** What a database is filled with: by which program, made from which files, on how many bytes a record. */
export interface Filling<Of> {
  name: string;
  sources: string[];
  /** on the disk for each record, with its task, its indexes and what the log of writes holds */
  bytesEach: number;
  fill: (ownerUrl: string, records: number) => Promise<Of>;
}

export interface Volume<Of = Places> extends OwnDatabase {
  records: number;
  places: Of;
}

const KEPT = join(tmpdir(), "portal-bench-volume");

/** Records and tasks of one province, in full. */
const PROVINCE: Filling<Places> = {
  name: "province",
  sources: ["rows.ts", "place.ts", "name-tables.ts", "fill.ts"].map(
    (file) => `bench/volume/${file}`,
  ),
  bytesEach: 3500,
  fill: fillVolume,
};

/** Made by other files than these, rows are not taken again. */
function mark(sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

/** Databases of this size from older sources: nobody takes them again, and they are large. */
function removeOlder(of: string, name: string): void {
  for (const other of readdirSync(KEPT)) {
    const old = other.endsWith(of) && other !== name;
    if (old) rmSync(join(KEPT, other), { recursive: true, force: true });
  }
}

const endOf = ({ name }: { name: string }, records: number) => `-${name}-${records}`;
const nameOf = (filling: Omit<Filling<unknown>, "fill">, records: number) =>
  `${mark(filling.sources)}${endOf(filling, records)}`;

/** Says in figures when the disk is too small for so many records; those that are there need none. */
export function roomFor(
  records: number,
  filling: Omit<Filling<unknown>, "fill"> = PROVINCE,
): string | null {
  if (existsSync(join(KEPT, nameOf(filling, records)))) return null;
  mkdirSync(KEPT, { recursive: true });
  const { bavail, bsize } = statfsSync(KEPT);
  const [free, wanted] = [bavail * bsize, records * filling.bytesEach].map((n) => n / 2 ** 30);
  if (free !== undefined && wanted !== undefined && free > wanted) return null;
  return `${records} records take ${wanted?.toFixed(1)} GiB, ${free?.toFixed(1)} GiB are free`;
}

/** Where the rows are; "begun" where a filling was interrupted, null where there was none. */
async function stateOf<Of>(ownerUrl: string): Promise<Of | "begun" | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('bench_place') is not null as begun");
    if (!rows[0]?.begun) return null;
    const made = await client.query("select to_regclass('bench_volume') is not null as done");
    if (!made.rows[0]?.done) return "begun";
    return (await client.query<{ places: Of }>("select places from bench_volume")).rows[0]
      ?.places as Of;
  } finally {
    await client.end();
  }
}

async function opened<Of>(folder: string): Promise<{ database: OwnDatabase; places: Of | null }> {
  const database = await startDatabase({ data: folder });
  const state = await stateOf<Of>(database.ownerUrl);
  if (state !== "begun") return { database, places: state };
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  return { database: await startDatabase({ data: folder }), places: null };
}

/**
 * A database of its own with so many records and tasks, brought up to the latest migration. With
 * `keep` it stays in the temporary folder, and the next bench takes it as it was left.
 */
async function openFilled<Of>(
  of: { records: number; keep: boolean },
  filling: Filling<Of>,
): Promise<Volume<Of>> {
  mkdirSync(KEPT, { recursive: true });
  const name = nameOf(filling, of.records);
  const folder = join(KEPT, name);
  removeOlder(endOf(filling, of.records), name);
  const lacking = roomFor(of.records, filling);
  if (lacking) throw new Error(lacking);
  const { database, places } = await opened<Of>(folder);
  if (!places) say(`filling ${folder}`);
  const stop = async () => {
    await database.stop();
    if (!of.keep) rmSync(folder, { recursive: true, force: true });
  };
  return {
    ...database,
    stop,
    places: places ?? (await filling.fill(database.ownerUrl, of.records)),
    records: of.records,
  };
}

/** The same with the rows of one province, or of another filling. */
export function openVolume(of: { records: number; keep: boolean }): Promise<Volume>;
export function openVolume<Of>(
  of: { records: number; keep: boolean },
  filling: Filling<Of>,
): Promise<Volume<Of>>;
export function openVolume(
  of: { records: number; keep: boolean },
  filling: Filling<unknown> = PROVINCE,
): Promise<Volume<unknown>> {
  return openFilled(of, filling);
}
