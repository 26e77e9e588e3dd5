import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { v7 } from "uuid";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { readHeader } from "@/lib/domain/imports/header";
import { readRow } from "@/lib/domain/imports/read-row";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import { transaction } from "@/lib/server/core/db";
import { placer } from "@/lib/server/imports/places";
import { recordRow } from "@/lib/server/imports/rows";
import { UPSERT_RECORDS } from "@/lib/server/imports/sql";
import { readUnitIndex } from "@/lib/server/units/index-cache";
import type { Owner } from "./communes";

const CHUNK = 5000;
const DAY = "2022-04-01";

const BATCH = `
  insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
  values ($1, $2, $3, $4, $5, 0, $6, 'done', $7)`;

async function* readRecords(file: string): AsyncGenerator<ParsedRecord> {
  const rows = createReadStream(file).pipe(parse({ bom: true, relax_column_count: true }));
  let header: ReturnType<typeof readHeader> | null = null;
  let line = 0;
  for await (const cells of rows as AsyncIterable<string[]>) {
    line += 1;
    header ??= readHeader(cells);
    if (!header.ok) throw new Error(`no list of records: ${header.code}`);
    const { record } = line === 1 ? { record: null } : readRow(header, cells, line);
    if (record) yield record;
  }
}

export interface FilledBatch {
  batchId: string;
  records: number;
}

/**
 * Records of a file in the profile `plain`, placed as an import places them, without the import's
 * slices, doses and lines: for measurements. `wanted` chooses which records of the file.
 */
export async function fillBatch(
  owner: Owner,
  coordinator: Actor,
  of: { file: string; wanted: (sourceId: string) => boolean },
): Promise<FilledBatch> {
  const index = await transaction(scopeOf(coordinator), ({ sql }) => readUnitIndex(sql));
  const place = placer(index, { owner: coordinator, day: DAY, rules: new Map() });
  const batch = { id: v7(), unitPath: coordinator.unitPath, sourceSystem: v7() };
  const { unitId, unitPath, officerId } = coordinator;
  await owner.query(BATCH, [
    batch.id,
    unitId,
    unitPath,
    batch.sourceSystem,
    `${batch.id}.csv`,
    DAY,
    officerId,
  ]);
  let records = 0;
  let rows: ReturnType<typeof recordRow>[] = [];
  const write = async () => {
    await owner.query(UPSERT_RECORDS, [JSON.stringify(rows)]);
    records += rows.length;
    rows = [];
  };
  for await (const record of readRecords(of.file)) {
    if (!of.wanted(record.sourceId)) continue;
    rows.push(recordRow(record, place(record), batch));
    if (rows.length === CHUNK) await write();
  }
  if (rows.length > 0) await write();
  await owner.query("analyze record");
  return { batchId: batch.id, records };
}
