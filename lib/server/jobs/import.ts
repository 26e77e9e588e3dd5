import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { findHeader, HEADER_SEARCH_ROWS } from "@/lib/domain/imports/find-header";
import type { SourceRow } from "@/lib/domain/imports/record";
import { type Sql, type Tx, transaction } from "@/lib/server/core/db";
import { enqueue, type Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import {
  type BatchRow,
  failBatch,
  findLiveBatch,
  finishBatch,
  readChunk,
  saveHeader,
  withFile,
} from "@/lib/server/imports/batch";
import { placingOf } from "@/lib/server/imports/placing";
import { FileError } from "@/lib/server/imports/reading/file-error";
import { openTable } from "@/lib/server/imports/reading/open-table";
import type { Table } from "@/lib/server/imports/reading/table";
import { type SliceOf, writeSlice } from "@/lib/server/imports/slice";
import { createRun } from "@/lib/server/matching/run-create";

const SLICE = 500;

/** Somebody else is reading this batch: leave it to them. */
class Overtaken extends Error {}

interface Job {
  actor: Actor;
  batch: BatchRow;
  inScope: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;
}

async function firstRows(table: Table): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of table.rows) {
    rows.push(row);
    if (rows.length > HEADER_SEARCH_ROWS) break;
  }
  return rows;
}

async function readHeader({ batch, inScope }: Job, table: Table): Promise<void> {
  const { ok, ...found } = findHeader(await firstRows(table));
  if (!ok || !("lastTitleRowNo" in found)) {
    const { code, params } = found as { code: string; params: Record<string, string | number> };
    await inScope(({ sql }) => failBatch(sql, batch.id, { code: `header.${code}`, params }));
    throw new Overtaken();
  }
  const { lastTitleRowNo, ...header } = found;
  batch.header = header;
  batch.header_row = lastTitleRowNo;
  const encoding = table.encoding?.chosen ?? null;
  const saved = { kind: table.kind, encoding, header, headerRow: lastTitleRowNo };
  await inScope(({ sql }) => saveHeader(sql, batch.id, saved));
}

type Placing = ReturnType<typeof placingOf>;

function sliceOf({ batch }: Job): Omit<SliceOf, "place"> {
  if (!batch.header) throw new Overtaken();
  return {
    batch: { id: batch.id, unitPath: batch.unit_path, sourceSystem: batch.source_system },
    header: batch.header,
    before: batch.rows_read,
  };
}

type Slices = Omit<SliceOf, "place"> & { placing: Placing };

async function write(job: Job, of: Slices, rows: SourceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await job.inScope(async ({ sql }) => {
    const place = await of.placing(sql);
    if (!(await writeSlice(sql, rows, { ...of, place }))) throw new Overtaken();
  });
  of.before += rows.length;
}

async function readRows(job: Job, table: Table): Promise<void> {
  const { actor, batch } = job;
  const of = { ...sliceOf(job), placing: placingOf({ owner: actor, day: batch.as_of }) };
  const skip = of.before;
  const headerRow = job.batch.header_row ?? 0;
  let seen = 0;
  let rows: SourceRow[] = [];
  for await (const row of table.rows) {
    if (row.rowNo <= headerRow) continue;
    seen += 1;
    if (seen <= skip) continue;
    rows.push(row);
    if (rows.length < SLICE) continue;
    await write(job, of, rows);
    rows = [];
  }
  await write(job, of, rows);
}

/** All rows are in: the batch is compared with the registry next. */
async function finish({ actor, batch, inScope }: Job): Promise<void> {
  await inScope(async ({ sql, connection }) => {
    if (!(await finishBatch(sql, batch.id))) return;
    const { officerId } = actor;
    const runId = await createRun(sql, { batchId: batch.id, unitPath: batch.unit_path, officerId });
    await enqueue({ connection }, "match", { runId, officerId });
  });
}

async function readBatch(job: Job): Promise<void> {
  const chunk = (seq: number) => job.inScope(({ sql }) => readChunk(sql, job.batch.id, seq));
  await withFile(chunk, async (path) => {
    const table = await openTable(path);
    if (!job.batch.header) await readHeader(job, table);
    await readRows(job, table);
  });
  await finish(job);
}

async function fail(job: Job, error: unknown): Promise<void> {
  if (error instanceof Overtaken) return;
  if (!(error instanceof FileError)) throw error;
  const { code, params } = error;
  const save = (sql: Sql) => failBatch(sql, job.batch.id, { code: `file.${code}`, params });
  await job.inScope(({ sql }) => save(sql));
}

/**
 * Reads an uploaded list into records, a slice at a time. It may be started twice or killed at any
 * point: a slice and the place reached are one transaction, and a later start goes on from there.
 */
export async function importJob({ batchId, officerId }: Jobs["import"]): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  const inScope: Job["inScope"] = (run) => transaction(scopeOf(actor), run);
  const batch = await inScope(({ sql }) => findLiveBatch(sql, batchId));
  if (!batch) return;
  const job = { actor, batch, inScope };
  await readBatch(job).catch((error: unknown) => fail(job, error));
}
