import "server-only";
import { PassThrough, Readable } from "node:stream";
import {
  COLUMN_TITLES,
  PRINTED_COLUMNS,
  RESULT_COLUMNS,
  SHEET_COLUMNS,
} from "@/lib/domain/tasks/worksheet/columns";
import { translatorFor } from "@/lib/i18n/translator";
import { writeTable } from "@/lib/server/imports/writing/write-table";
import type { FileStream } from "./publication-file";
import { getWorksheet, type PrintedLine, type Worksheet } from "./worksheet-queries";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
export type WorksheetFileKind = keyof typeof TYPES;

/** The printed cells of a line, and the ones that the team fills in, empty. */
function cellsOf(line: PrintedLine): string[] {
  const words = translatorFor("vi", "contact.missing");
  const sexes = translatorFor("vi", "common.sex");
  const { sex } = line;
  const printed: Record<(typeof PRINTED_COLUMNS)[number], string> = {
    no: String(line.lineNo),
    code: line.code,
    fullName: line.fullName ?? "",
    birthYear: line.birthYear ?? "",
    sex: sex === "male" || sex === "female" ? sexes(sex) : "",
    address: line.address ?? "",
    phone: line.phone ?? "",
    missing: line.missing.map((one) => words(one)).join("; "),
  };
  return [...PRINTED_COLUMNS.map((column) => printed[column]), ...RESULT_COLUMNS.map(() => "")];
}

async function* rowsOf(sheet: Worksheet): AsyncGenerator<string[]> {
  for (const line of sheet.lines) yield cellsOf(line);
}

/** The sheet as a file to fill in and bring back; Vietnamese whatever language the viewer reads. */
export function streamSheet(sheet: Worksheet, kind: WorksheetFileKind): FileStream {
  const through = new PassThrough();
  const header = SHEET_COLUMNS.map((column) => COLUMN_TITLES[column]);
  writeTable(kind, through, { header, rows: rowsOf(sheet) }).catch((error) =>
    through.destroy(error),
  );
  return {
    name: `phieu-ra-soat-${sheet.id.slice(-6)}.${kind}`,
    type: TYPES[kind],
    body: Readable.toWeb(through) as ReadableStream,
  };
}

/** The same for the officer of the present request. */
export async function streamWorksheet(id: string, kind: WorksheetFileKind): Promise<FileStream> {
  return streamSheet(await getWorksheet(id), kind);
}
