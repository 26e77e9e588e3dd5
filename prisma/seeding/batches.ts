import { stringify } from "csv-stringify/sync";
import type pg from "pg";
import { findJobActor } from "@/lib/server/core/session";
import { createImport } from "@/lib/server/imports/commands";
import { importJob } from "@/lib/server/jobs/import";
import { matchJob } from "@/lib/server/jobs/match";
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

function fileOf(records: readonly SyntheticRecord[]): Blob {
  const titles = platformTitles("person");
  const rows = records.flatMap((record, i) =>
    platformRows(record, { layout: "person", ordinal: i + 1, titles }),
  );
  return new Blob([stringify([titles, ...rows], { bom: true })]);
}

/** Imports and compares one batch through the portal's own doors and jobs. */
export async function seedBatch(client: pg.Client, batch: Batch): Promise<void> {
  const found = await client.query<{ id: string }>("select id from officer where username = $1", [
    batch.username,
  ]);
  const officerId = found.rows[0]?.id ?? "";
  const actor = await findJobActor(officerId);
  if (!actor) throw new Error(`no officer ${batch.username}`);
  const file = fileOf(batch.records);
  const made = await createImport.as(actor, { fileName: batch.fileName, era: "past", file });
  if (!made.ok) throw new Error(`import refused: ${made.error.code}`);
  const { batchId } = made.data;
  await importJob({ batchId, officerId });
  const run = await client.query<{ id: string }>("select id from match_run where batch_id = $1", [
    batchId,
  ]);
  await matchJob({ runId: run.rows[0]?.id ?? "", officerId });
}
