import "server-only";
import { openCsv } from "./read-csv";
import { openXlsx } from "./read-xlsx";
import { sniffKind } from "./sniff";
import type { Table, TableChoice } from "./table";

/**
 * Opens an uploaded file as a table: XLSX, or text with cells between commas, semicolons, tabs or
 * bars in any encoding that Vietnamese lists come in. `choice` overrules what would be found.
 * Throws `FileError`, here or while rows are read; errors of the disk pass as they are.
 */
export async function openTable(path: string, choice: TableChoice = {}): Promise<Table> {
  const kind = await sniffKind(path);
  return kind === "xlsx" ? openXlsx(path, choice.sheet) : openCsv(path, choice.encoding);
}
