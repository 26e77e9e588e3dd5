import "server-only";
import type { SourceRow } from "@/lib/domain/imports/record";
import { asFileError, FileError } from "./file-error";
import { readSharedStrings } from "./shared-strings";
import { readSheet } from "./sheet";
import { readStyles } from "./styles";
import type { Table } from "./table";
import { readWorkbook, type Workbook } from "./workbook";
import { type Archive, openArchive, withArchive } from "./zip";

/** Opens a workbook: the sheet of that name, otherwise the first that can be seen. */
export async function openXlsx(path: string, sheetName?: string): Promise<Table> {
  const workbook = await withArchive(path, readWorkbook);
  const sheets = workbook.sheets.map(({ name }) => name);
  const sheet = sheetName ?? sheets[0];
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (!found) throw new FileError("sheetNotFound");
  const rows = { [Symbol.asyncIterator]: () => readRows(path, workbook, found.path) };
  return { kind: "xlsx", sheet: found.name, sheets, rows };
}

async function* readRows(
  path: string,
  workbook: Workbook,
  sheetPath: string,
): AsyncGenerator<SourceRow> {
  const archive = await openArchive(path);
  try {
    const context = await readContext(archive, workbook);
    yield* readSheet(archive, sheetPath, context);
  } catch (error) {
    throw asFileError(error);
  } finally {
    archive.zip.close();
  }
}

async function readContext(archive: Archive, workbook: Workbook) {
  const formats = await readStyles(archive, workbook.stylesPath);
  const strings = await readSharedStrings(archive, workbook.stringsPath);
  return { formats, strings, from1904: workbook.from1904 };
}
