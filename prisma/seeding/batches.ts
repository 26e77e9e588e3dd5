import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { findJobActor } from "@/lib/server/core/session";
import { createImport } from "@/lib/server/imports/commands";
import { importJob } from "@/lib/server/jobs/import";
import { matchJob } from "@/lib/server/jobs/match";
import { openCsv } from "../factories/synthetic/files/csv-file";
import { platformRows, platformTitles } from "../factories/synthetic/files/platform-rows";
import type { SyntheticRecord } from "../factories/synthetic/records";

interface Batch {
  /** of the coordinator who imports it */
  username: string;
  fileName: string;
  records: SyntheticRecord[];
}

/** Provinces of 2022 that are part of today's Tây Ninh; the others' records go to the other batch. */
const NEAR = /(Tây Ninh|Long An)$/;

export function batchesOf(records: Iterable<SyntheticRecord>): Batch[] {
  const all = [...records];
  return [
    {
      username: "dieuphoi",
      fileName: "Danh sách tiêm chủng Tây Ninh 03-2022.csv",
      records: all.filter((record) => NEAR.test(record.provinceName)),
    },
    {
      username: "dieuphoi.hcm",
      fileName: "Danh sách tiêm chủng TP Hồ Chí Minh 03-2022.csv",
      records: all.filter((record) => !NEAR.test(record.provinceName)),
    },
  ];
}

async function fileOf(records: readonly SyntheticRecord[], folder: string): Promise<Blob> {
  const titles = platformTitles("person");
  const path = join(folder, "platform.csv");
  const table = openCsv(path);
  table.add(titles);
  for (const [i, record] of records.entries()) {
    const order = { layout: "person", ordinal: i + 1, titles } as const;
    for (const row of platformRows(record, order)) table.add(row);
  }
  await table.close();
  return new Blob([await readFile(path)]);
}

/** Imports and compares one batch through the portal's own doors and jobs. */
export async function seedBatch(client: pg.Client, batch: Batch, folder: string): Promise<void> {
  const found = await client.query<{ id: string }>("select id from officer where username = $1", [
    batch.username,
  ]);
  const officerId = found.rows[0]?.id ?? "";
  const actor = await findJobActor(officerId);
  if (!actor) throw new Error(`no officer ${batch.username}`);
  const file = await fileOf(batch.records, folder);
  const made = await createImport.as(actor, { fileName: batch.fileName, era: "past", file });
  if (!made.ok) throw new Error(`import refused: ${made.error.code}`);
  const { batchId } = made.data;
  await importJob({ batchId, officerId });
  const run = await client.query<{ id: string }>("select id from match_run where batch_id = $1", [
    batchId,
  ]);
  await matchJob({ runId: run.rows[0]?.id ?? "", officerId });
}
