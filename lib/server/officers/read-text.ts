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
