import "server-only";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceRow } from "@/lib/domain/imports/record";
import {
  COLUMN_TITLES,
  HEADER_ROWS,
  readSheetHeader,
  type SheetMapping,
} from "@/lib/domain/tasks/worksheet/columns";
import { type CellIssue, readResultRow } from "@/lib/domain/tasks/worksheet/read-row";
import type { RowOutcome, SheetResult } from "@/lib/domain/tasks/worksheet/result";
import { FileError } from "@/lib/server/imports/reading/file-error";
import { openTable } from "@/lib/server/imports/reading/open-table";
import { MOST_LINES } from "./worksheet";

/** Several sheets may have been put together into one file. */
export const MOST_ROWS = 4 * MOST_LINES;

/** Why a whole file can't be read: `file.` and a code of `imports.json`, or `sheet.` and one of `contact.json`. */
export interface SheetFailure {
  code: string;
  params: Record<string, string | number>;
}

export interface ReadRow {
  row_no: number;
  code: string;
  name: string | null;
  cells: string[];
  result: SheetResult | null;
  issues: CellIssue[];
  outcome: RowOutcome | null;
}

/** A table that is no worksheet, or more than one can be. */
class NotASheet extends Error {
  constructor(readonly failure: SheetFailure) {
    super(failure.code);
  }
}

async function readTable(path: string): Promise<{ mapping: SheetMapping; rows: SourceRow[] }> {
  const table = await openTable(path);
  let mapping: SheetMapping | null = null;
  let seen = 0;
  const rows: SourceRow[] = [];
  for await (const row of table.rows) {
    seen += 1;
    if (mapping) rows.push(row);
    else mapping = readSheetHeader(row.cells);
    if (!mapping && seen >= HEADER_ROWS) break;
    if (rows.length > MOST_ROWS) {
      throw new NotASheet({ code: "sheet.tooManyRows", params: { limit: MOST_ROWS } });
    }
  }
  if (!mapping) throw new NotASheet({ code: "sheet.noTitles", params: {} });
  return { mapping, rows };
}

function outcomeOf(result: SheetResult | null, issues: CellIssue[]): RowOutcome | null {
  if (issues.length > 0) return "unreadable";
  return result ? null : "empty";
}

/** Each code once in a file: what stands behind it the second time is for a person to look at. */
function readRows(rows: SourceRow[], mapping: SheetMapping, today: string): ReadRow[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ rowNo, cells }) => {
    const { code, name, result, issues } = readResultRow(cells, mapping, today);
    const earlier = first.get(code);
    if (code !== "" && earlier !== undefined && result) {
      const params = { first: earlier };
      issues.push({ column: COLUMN_TITLES.code, code: "rowCodeRepeated", params });
    }
    if (code !== "" && result && earlier === undefined) first.set(code, rowNo);
    const outcome = outcomeOf(result, issues);
    // A heading or a signature: neither a line of the sheet nor anything written behind one.
    if (code === "" && outcome === "empty") return [];
    return [{ row_no: rowNo, code, name, cells: [...cells], result, issues, outcome }];
  });
}

async function withTemporary<T>(file: Blob, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "portal-results-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a worksheet that came back, whatever program it was filled in with. `today`: yyyy-MM-dd. */
export async function readResults(
  file: Blob,
  today: string,
): Promise<{ rows: ReadRow[]; failure: SheetFailure | null }> {
  try {
    const { mapping, rows } = await withTemporary(file, readTable);
    return { rows: readRows(rows, mapping, today), failure: null };
  } catch (error) {
    if (error instanceof NotASheet) return { rows: [], failure: error.failure };
    if (!(error instanceof FileError)) throw error;
    const { code, params } = error;
    return { rows: [], failure: { code: `file.${code}`, params } };
  }
}
