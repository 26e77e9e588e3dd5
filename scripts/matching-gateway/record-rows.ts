import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { RECORD_TITLES, type RecordRow } from "@/lib/domain/matching/files/read-record";

/** No file of records at all. `missing` names the columns that it lacks; `line` is where it breaks off. */
export class RecordsFileProblem extends Error {
  constructor(readonly of: { missing: string[] } | { line: number }) {
    super("not a file of records");
    this.name = "RecordsFileProblem";
  }
}

export interface NumberedRow {
  /** 0 for the first line after the titles */
  index: number;
  row: RecordRow;
  cells: number;
  width: number;
  /** of the file, read so far */
  bytes: number;
}

/** The rows of a file of records (CSV, UTF-8), one after the other. @throws RecordsFileProblem */
export async function* recordRows(file: string): AsyncIterable<NumberedRow> {
  let titles: string[] | null = null;
  let index = 0;
  for await (const { record, info } of parsed(file)) {
    if (titles === null) {
      titles = checkTitles(record);
      continue;
    }
    const row = Object.fromEntries(titles.map((title, at) => [title, record[at]]));
    yield { index, row, cells: record.length, width: titles.length, bytes: info.bytes };
    index += 1;
  }
  if (titles === null) throw new RecordsFileProblem({ missing: [...RECORD_TITLES] });
}

/** Looks at the titles alone. @throws RecordsFileProblem */
export async function checkRecordsFile(file: string): Promise<void> {
  for await (const _first of recordRows(file)) return;
}

interface Parsed {
  record: string[];
  info: { bytes: number };
}

async function* parsed(file: string): AsyncIterable<Parsed> {
  const reading = parse({
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
  });
  try {
    // What happens to the file reaches whoever reads the rows.
    yield* pipeline(createReadStream(file), reading, () => undefined) as AsyncIterable<Parsed>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RecordsFileProblem({ line: Number(error.lines ?? 1) });
  }
}

function checkTitles(found: string[]): string[] {
  const titles = found.map((title) => title.trim());
  const missing = RECORD_TITLES.filter((title) => !titles.includes(title));
  if (missing.length > 0) throw new RecordsFileProblem({ missing });
  return titles;
}
