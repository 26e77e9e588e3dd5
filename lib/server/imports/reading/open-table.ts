import "server-only";
import { decodeFonts } from "./legacy-font";
import { openCsv } from "./read-csv";
import { openXlsx } from "./read-xlsx";
import { sniffKind } from "./sniff";
import type { Table, TableChoice } from "./table";

/**
 * Opens an uploaded file as a table: XLSX, or text with cells between commas, semicolons, tabs or
 * bars in any encoding that Vietnamese lists come in; text typed in the fonts of before Unicode is
 * decoded in either. `choice` overrules what would be found.
 * Throws `FileError`, here or while rows are read; errors of the disk pass as they are.
 */
export async function openTable(path: string, choice: TableChoice = {}): Promise<Table> {
  const kind = await sniffKind(path);
  const table =
    kind === "xlsx" ? await openXlsx(path, choice.sheet) : await openCsv(path, choice.encoding);
  const isUnicode = table.encoding?.chosen.startsWith("utf") ?? true;
  return isUnicode ? { ...table, rows: withoutFonts(table.rows) } : table;
}

function withoutFonts(rows: Table["rows"]): Table["rows"] {
  return { [Symbol.asyncIterator]: () => decodeFonts(rows) };
}
