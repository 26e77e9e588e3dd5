import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Header } from "@/lib/domain/imports/header";
import type { Sql } from "@/lib/server/core/db";

export interface BatchRow {
  id: string;
  unit_id: string;
  unit_path: string;
  source_system: string;
  file_name: string;
  as_of: string;
  state: string;
  rows_read: number;
  header: Header | null;
  header_row: number | null;
}

/** The batch, if it still has rows to read. */
export async function findLiveBatch(sql: Sql, batchId: string): Promise<BatchRow | null> {
  const rows = await sql<BatchRow>(
    `update import_batch set state = 'reading', touched_at = now()
     where id = $1 and state in ('queued', 'reading')
     returning id, unit_id, unit_path, source_system, file_name, as_of, state, rows_read, header, header_row`,
    [batchId],
  );
  return rows[0] ?? null;
}

async function* chunks(read: (seq: number) => Promise<Buffer | null>): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq += 1) {
    const piece = await read(seq);
    if (!piece) return;
    yield piece;
  }
}

/** Writes the stored file to a temporary place, gives its path to `use`, and removes it. */
export async function withFile<T>(
  read: (seq: number) => Promise<Buffer | null>,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "portal-import-"));
  try {
    const path = join(folder, "file");
    await pipeline(Readable.from(chunks(read)), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function readChunk(sql: Sql, batchId: string, seq: number): Promise<Buffer | null> {
  const rows = await sql<{ data: Buffer }>(
    "select data from import_chunk where batch_id = $1 and seq = $2",
    [batchId, seq],
  );
  return rows[0]?.data ?? null;
}

/** What kind of file it is and where its titles stand: kept, so that a resumed job reads it alike. */
export async function saveHeader(
  sql: Sql,
  batchId: string,
  found: { kind: string; encoding: string | null; header: Header; headerRow: number },
): Promise<void> {
  await sql(
    `update import_batch set file_kind = $2, encoding = $3, header = $4, header_row = $5, profile = $6, layout = $7
     where id = $1`,
    [
      batchId,
      found.kind,
      found.encoding,
      JSON.stringify(found.header),
      found.headerRow,
      found.header.profile,
      found.header.layout,
    ],
  );
}

export async function finishBatch(sql: Sql, batchId: string): Promise<boolean> {
  const rows = await sql(
    "update import_batch set state = 'done', finished_at = now() where id = $1 and state = 'reading' returning id",
    [batchId],
  );
  return rows.length > 0;
}

/** A file that can't be read: the reason is kept for whoever uploaded it. */
export async function failBatch(
  sql: Sql,
  batchId: string,
  failure: { code: string; params?: Record<string, string | number> },
): Promise<void> {
  await sql(
    "update import_batch set state = 'failed', failure = $2, finished_at = now() where id = $1",
    [batchId, JSON.stringify(failure)],
  );
}
