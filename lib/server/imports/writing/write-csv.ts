import "server-only";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { guardCell } from "@/lib/domain/imports/cell-text";
import type { TableContent } from "./content";

/** Comma-separated UTF-8 with its mark, without which Excel takes it for another encoding. */
export async function writeCsv(destination: Writable, content: TableContent): Promise<void> {
  const stringifier = stringify({ bom: true, record_delimiter: "windows" });
  await pipeline(Readable.from(guardedRows(content)), stringifier, destination);
}

async function* guardedRows({ header, rows }: TableContent): AsyncGenerator<string[]> {
  yield header.map(guardCell);
  for await (const cells of rows) yield cells.map(guardCell);
}
