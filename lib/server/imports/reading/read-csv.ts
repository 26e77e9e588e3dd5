import "server-only";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { type CsvError, type Parser, parse } from "csv-parse";
import { storableText, unguardCell } from "@/lib/domain/imports/cell-text";
import type { SourceRow } from "@/lib/domain/imports/record";
import { chooseEncoding } from "./choose-encoding";
import { type Cutting, findCutting } from "./delimiter";
import { decodeBytes, decodingStream, type Encoding, finishText } from "./encodings";
import { asFileError, FileError } from "./file-error";
import { scanText } from "./scan-text";
import { MOST_COLUMNS, type Table } from "./table";

/** A line longer than this has an unclosed quotation mark somewhere before it. */
const LONGEST_LINE = 256 * 1024;

/** Opens a text file of cells: encoding and delimiter are found, unless the encoding is given. */
export async function openCsv(path: string, encoding?: Encoding): Promise<Table> {
  const scan = await scanText(path);
  const found = chooseEncoding(scan);
  const choice = encoding ? { ...found, chosen: encoding, certain: true } : found;
  const head = decodeBytes(scan.head, choice.chosen);
  if (head.trim() === "") throw new FileError("empty");
  const cutting = findCutting(head);
  const rows = { [Symbol.asyncIterator]: () => readRows(path, choice.chosen, cutting) };
  return { kind: "csv", encoding: choice, rows };
}

async function* readRows(
  path: string,
  encoding: Encoding,
  cutting: Cutting,
): AsyncGenerator<SourceRow> {
  let rowNo = 0;
  try {
    for await (const values of openParser(path, encoding, cutting)) {
      rowNo += 1;
      if (values.length > MOST_COLUMNS) {
        throw new FileError("tooManyColumns", { limit: MOST_COLUMNS });
      }
      const cells = values.map((value) => readCell(value, encoding));
      if (cells.some((cell) => cell.trim() !== "")) yield { rowNo, cells };
    }
  } catch (error) {
    throw isUnclosedQuote(error)
      ? new FileError("quoteNotClosed", { row: rowNo + 1 })
      : asFileError(error);
  }
}

function readCell(value: string, encoding: Encoding): string {
  return unguardCell(storableText(finishText(value, encoding)));
}

function openParser(path: string, encoding: Encoding, cutting: Cutting): AsyncIterable<string[]> {
  const parser: Parser = parse({
    delimiter: cutting.delimiter,
    from_line: cutting.named ? 2 : 1,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_LINE,
  });
  // Errors of the other streams reach the parser, and stopping the parser stops them.
  return pipeline(createReadStream(path), decodingStream(encoding), parser, () => undefined);
}

function isUnclosedQuote(error: unknown): boolean {
  const code = (error as Partial<CsvError> | null)?.code;
  return code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
}
