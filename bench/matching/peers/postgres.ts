import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { withConnection } from "@/scripts/database/connection";
import { startDisposableDatabase } from "@/scripts/database/embedded";
import { readTitles } from "../csv-table";
import type { DataSet } from "../data-set";

/** Runs `use` on an empty PostgreSQL of its own, which is thrown away afterwards. */
export async function withPeerDatabase<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "portal-bench-postgres-"));
  const { cluster, ownerUrl } = await startDisposableDatabase(root);
  try {
    return await withConnection(ownerUrl, use);
  } finally {
    await cluster.child.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Seconds that `run` takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1000;
}

/** Both files as tables `record` and `person`, all texts, without what only safety needs. */
export async function loadFiles(client: pg.Client, data: DataSet): Promise<void> {
  await client.query("set work_mem = '512MB'");
  for (const [table, path] of [
    ["record", data.records],
    ["person", data.registry],
  ] as const) {
    const columns = readTitles(path).map((title) => `${client.escapeIdentifier(title)} text`);
    await client.query(`drop table if exists ${table}`);
    await client.query(`create unlogged table ${table} (${columns.join(", ")})`);
    const copy = client.query(copyFrom(`copy ${table} from stdin (format csv, header)`));
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), copy);
    await client.query(`analyze ${table}`);
  }
}

/** Writes the rows of a query as a CSV file with titles. */
export async function writeRows(client: pg.Client, sql: string, path: string): Promise<void> {
  const copy = client.query(copyTo(`copy (${sql}) to stdout (format csv, header)`));
  await pipeline(copy, createWriteStream(path));
}
