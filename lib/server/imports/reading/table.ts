import type { SourceRow } from "@/lib/domain/imports/record";
import type { EncodingChoice } from "./choose-encoding";

/** A file as a table. Each walk over `rows` reads the file anew; stopping early releases it. */
export interface Table {
  kind: "xlsx" | "csv";
  /** Of a text file only. */
  encoding?: EncodingChoice;
  /** Of a workbook only: the sheet that is read, and all that can be seen. */
  sheet?: string;
  sheets?: string[];
  /** `rowNo` counts as a spreadsheet does, from 1; lines without any text are left out. */
  rows: AsyncIterable<SourceRow>;
}

/** What the person has chosen instead of what would be found by itself. */
export interface TableChoice {
  sheet?: string;
  encoding?: EncodingChoice["chosen"];
}

/** Wider than any list of records; a cell beyond is a stray or an attack. */
export const MOST_COLUMNS = 500;
