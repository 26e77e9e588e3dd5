import { closeSync, openSync, writeSync } from "node:fs";
import {
  PERSON_COLUMNS,
  RECORD_COLUMNS,
  REQUIRED_OF_PEOPLE,
  REQUIRED_OF_RECORDS,
  type RecordColumn,
} from "@/lib/domain/matching/bulk/columns";
import { RESULT_COLUMNS } from "@/lib/domain/matching/bulk/result-line";
import { type MatchModel, OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { Crew } from "./crew";
import { type OpenFile, openFile } from "./file-head";
import { FileProblem } from "./file-problem";
import { gatherPeople } from "./gather-people";
import type { RecordsAnswer } from "./messages";
import { piecesOf } from "./pieces";

export interface FilesOrder {
  recordsFile: string;
  registryFile: string;
  outFile: string;
  model: MatchModel;
  threads: number;
  onProgress: (progress: Progress) => void;
}

/** How far it is, in bytes of the file being read; `records` matched so far. */
export interface Progress {
  phase: "people" | "records";
  bytes: number;
  of: number;
  records: number;
}

export interface FilesReport {
  people: number;
  skippedPeople: number;
  records: number;
  /** records by outcome, in the order of `OUTCOMES` */
  outcomes: number[];
}

/**
 * Matches a file of records with a file of people and writes the result in the order of the records:
 * the same bytes for the same input, whatever the number of threads. @throws FileProblem
 */
export async function matchFiles(order: FilesOrder): Promise<FilesReport> {
  const records = openFile(order.recordsFile, {
    names: RECORD_COLUMNS,
    required: REQUIRED_OF_RECORDS,
  });
  const registry = openFile(order.registryFile, {
    names: PERSON_COLUMNS,
    required: REQUIRED_OF_PEOPLE,
  });
  const out = openOut(order.outFile);
  const crew = Crew.start(order.threads, {
    model: order.model,
    people: registry.layout,
    records: records.layout,
  });
  try {
    let read = registry.from;
    const { people, count, skipped } = await gatherPeople(registry, {
      crew,
      onRead: (bytes) => {
        read += bytes;
        order.onProgress({ phase: "people", bytes: read, of: registry.size, records: 0 });
      },
    });
    await crew.askAll({ kind: "meet", people });
    const written = await matchRecords(records, { crew, out, order });
    return { people: count, skippedPeople: skipped, ...written };
  } finally {
    await crew.dismiss();
    for (const fd of [records.fd, registry.fd, out]) closeSync(fd);
  }
}

function openOut(path: string): number {
  try {
    return openSync(path, "w");
  } catch {
    throw new FileProblem("unwritable", { file: path });
  }
}

async function matchRecords(
  file: OpenFile<RecordColumn>,
  { crew, out, order }: { crew: Crew; out: number; order: FilesOrder },
): Promise<Pick<FilesReport, "records" | "outcomes">> {
  const result = { fd: out, path: order.outFile };
  writeWhole(result, Buffer.from(`${RESULT_COLUMNS.join(",")}\n`));
  const report = { records: 0, outcomes: OUTCOMES.map(() => 0) };
  const waiting: { bytes: number; answer: Promise<RecordsAnswer> }[] = [];
  let read = file.from;
  const finishOne = async () => {
    const next = waiting.shift();
    if (!next) return;
    const { lines, records, outcomes } = await next.answer;
    writeWhole(result, lines);
    report.records += records;
    for (const [at, count] of outcomes.entries()) {
      report.outcomes[at] = (report.outcomes[at] ?? 0) + count;
    }
    read += next.bytes;
    order.onProgress({ phase: "records", bytes: read, of: file.size, records: report.records });
  };
  for (const bytes of piecesOf(file)) {
    waiting.push({
      bytes: bytes.length,
      answer: crew.ask({ kind: "records", piece: { bytes, from: 0 } }),
    });
    if (waiting.length > crew.size * 2) await finishOne();
  }
  while (waiting.length > 0) await finishOne();
  return report;
}

function writeWhole(out: { fd: number; path: string }, bytes: Uint8Array): void {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(out.fd, bytes, done, bytes.length - done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    throw new FileProblem("diskFull", { file: out.path });
  }
}
