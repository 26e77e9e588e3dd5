import "server-only";
import { parse } from "csv-parse/sync";

const DELIMITERS = ["\t", ";", ","];

/**
 * Cells of a text that was pasted from a spreadsheet (tabs) or exported from one (commas or
 * semicolons). A text that can't be cut into cells is given as none.
 */
export function readCells(text: string): string[][] {
  const headings = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = DELIMITERS.find((each) => headings.includes(each)) ?? ",";
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      // An empty line keeps its place: lines are counted as they stand.
      skip_empty_lines: false,
    });
  } catch {
    return [];
  }
}

const LARGEST_BYTES = 512 * 1024;

/** The text of an uploaded CSV file; null for a workbook, a file too large or one in another encoding. */
export async function readTextFile(file: File): Promise<string | null> {
  if (file.size > LARGEST_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
