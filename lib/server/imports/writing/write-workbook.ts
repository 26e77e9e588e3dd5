import "server-only";
import ExcelJS, { type Row } from "exceljs";
import { guardCell } from "@/lib/domain/imports/cell-text";
import type { Sheet, SheetCell } from "@/lib/domain/imports/sheet";

const COUNT = "#,##0.0";
const WHOLE = "#,##0";
const SHARE = "0.0%";

function fill(row: Row, cells: readonly SheetCell[]): void {
  for (const [at, value] of cells.entries()) {
    const cell = row.getCell(at + 1);
    if (typeof value === "number") {
      cell.value = value;
      cell.numFmt = Number.isInteger(value) ? WHOLE : COUNT;
    } else if (typeof value === "string") {
      cell.value = guardCell(value);
      cell.alignment = { wrapText: true, vertical: "top" };
    } else if (value) {
      cell.value = value.share;
      cell.numFmt = SHARE;
    }
  }
}

function addSheet(workbook: ExcelJS.Workbook, { name, notes, header, widths, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: notes.length + 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const note of notes) sheet.addRow([guardCell(note)]);
  const titles = sheet.addRow(header.map(guardCell));
  titles.font = { bold: true };
  titles.alignment = { wrapText: true, vertical: "middle" };
  for (const cells of rows) fill(sheet.addRow([]), cells);
}

/**
 * A workbook of several small sheets, held in memory: tables of figures, not lists of people, which
 * `writeTable` streams. Figures are numbers; what a spreadsheet would run as a formula is text.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
