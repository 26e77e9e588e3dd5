import "server-only";
import type { Writable } from "node:stream";
import type { TableContent } from "./content";
import { writeCsv } from "./write-csv";
import { writeXlsx } from "./write-xlsx";

/**
 * Writes a table to a stream and ends the stream. Every cell is text, so zeros in front survive, and
 * cells that a spreadsheet would run as a formula get an apostrophe. Rows are taken no faster than
 * the stream accepts them. Throws `FileError` `tooManyRows` {limit} for an XLSX that is too long.
 */
export async function writeTable(
  kind: "xlsx" | "csv",
  destination: Writable,
  content: TableContent,
): Promise<void> {
  await (kind === "xlsx" ? writeXlsx(destination, content) : writeCsv(destination, content));
}
