import "server-only";
import { groupDoses } from "@/lib/domain/imports/group";
import type { Header } from "@/lib/domain/imports/header";
import { makeIssue, type RowIssue } from "@/lib/domain/imports/issue";
import { readRow } from "@/lib/domain/imports/read-row";
import type { ParsedRecord, SourceRow } from "@/lib/domain/imports/record";
import type { Sql } from "@/lib/server/core/db";
import type { Place } from "./places";
import { type BatchOf, doseRows, recordRow, sourceRows } from "./rows";
import {
  ADVANCE,
  FIND_EARLIER,
  FIND_MOVED,
  HOLD_BATCH,
  INSERT_DOSES,
  INSERT_ISSUES,
  INSERT_SOURCE_ROWS,
  UPSERT_RECORDS,
} from "./sql";

export interface SliceOf {
  batch: BatchOf;
  header: Header;
  /** rows read before this slice */
  before: number;
  place: (record: ParsedRecord) => Place;
}

interface Read {
  records: ParsedRecord[];
  issues: RowIssue[];
}

function read(header: Header, rows: readonly SourceRow[]): Read {
  const readings = rows.map(({ rowNo, cells }) => readRow(header, cells, rowNo));
  const single = readings.flatMap(({ record }) => (record ? [record] : []));
  const grouped = groupDoses(header, single);
  const issues = [...readings.flatMap((reading) => reading.issues), ...grouped.issues];
  return { records: grouped.records, issues };
}

async function writeRecords(sql: Sql, records: ParsedRecord[], of: SliceOf) {
  const rows = records.map((record) => recordRow(record, of.place(record), of.batch));
  const kept = await sql<{ id: string; source_id: string; added: boolean }>(UPSERT_RECORDS, [
    JSON.stringify(rows),
  ]);
  const ids = new Map(kept.map((row) => [row.source_id, row.id]));
  const idOf = (record: ParsedRecord) => ids.get(record.sourceId) ?? "";
  await sql(INSERT_DOSES, [JSON.stringify(onceEach(records.flatMap((r) => doseRows(r, idOf(r)))))]);
  await sql(INSERT_SOURCE_ROWS, [
    JSON.stringify(records.flatMap((r) => sourceRows(r, idOf(r), of.batch))),
  ]);
  const added = kept.filter((row) => row.added).length;
  return { added, updated: kept.length - added };
}

/** The title of the column with the ids, as the file has it. */
function idTitle({ header }: SliceOf): string {
  return header.titles[header.mapping.columns.sourceId ?? -1] ?? "";
}

/** Records that a transfer has moved out of the importer's area stay as they are; each line says so. */
async function leaveMoved(sql: Sql, { records, issues }: Read, of: SliceOf): Promise<Read> {
  const ids = records.map((record) => record.sourceId);
  const rows = await sql<{ source_id: string }>(FIND_MOVED, [of.batch.sourceSystem, ids]);
  const moved = new Set(rows.map((row) => row.source_id));
  if (moved.size === 0) return { records, issues };
  const column = idTitle(of);
  const left = records.filter(({ sourceId }) => moved.has(sourceId));
  const told = left.flatMap(({ sourceRows: lines }) =>
    lines.map(({ rowNo }) => makeIssue("recordMoved", { rowNo, column })),
  );
  return {
    records: records.filter(({ sourceId }) => !moved.has(sourceId)),
    issues: [...issues, ...told],
  };
}

/** In a list of one row a person, an id that an earlier slice has brought is told as repeated. */
async function findRepeated(sql: Sql, records: ParsedRecord[], of: SliceOf): Promise<RowIssue[]> {
  if (of.header.layout === "dose" || of.before === 0) return [];
  const sourceIds = records.map((record) => record.sourceId);
  const { id, sourceSystem } = of.batch;
  const earlier = await sql<{ source_id: string; first: number }>(FIND_EARLIER, [
    id,
    sourceSystem,
    sourceIds,
  ]);
  const firsts = new Map(earlier.map((row) => [row.source_id, row.first]));
  const column = idTitle(of);
  return records.flatMap(({ sourceId, sourceRows: [row] }) => {
    const first = firsts.get(sourceId);
    if (first === undefined || !row) return [];
    return [makeIssue("sourceIdRepeated", { rowNo: row.rowNo, column }, { first })];
  });
}

/** One statement may not meet the same dose twice. */
function onceEach<Dose extends ReturnType<typeof doseRows>[number]>(doses: Dose[]): Dose[] {
  const key = (dose: Dose) =>
    [dose.record_id, dose.injected_on ?? `no ${dose.dose_no}`, dose.vaccine].join("\n");
  return [...new Map(doses.map((dose) => [key(dose), dose])).values()];
}

function issueRow({ rowNo, column, code, params, severity }: RowIssue) {
  return { row_no: rowNo, column_name: column, code, params, severity };
}

/**
 * Writes one slice of a file: records, doses, the rows as received, what is wrong, and how far the
 * batch has come, all in the caller's transaction. False when another worker was faster.
 */
export async function writeSlice(sql: Sql, rows: SourceRow[], of: SliceOf): Promise<boolean> {
  const held = await sql(HOLD_BATCH, [of.batch.id, of.before]);
  if (held.length === 0) return false;
  const { records, issues: told } = await leaveMoved(sql, read(of.header, rows), of);
  const issues = [...told, ...(await findRepeated(sql, records, of))];
  const { added, updated } = await writeRecords(sql, records, of);
  await sql(INSERT_ISSUES, [of.batch.id, of.batch.unitPath, JSON.stringify(issues.map(issueRow))]);
  const wrong = new Set(
    issues.filter((issue) => issue.severity === "error").map((issue) => issue.rowNo),
  ).size;
  await sql(ADVANCE, [of.batch.id, rows.length, wrong, added, updated]);
  return true;
}
