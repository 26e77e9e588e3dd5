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

const LINE_POINTS = 15;
/** Letters are a little narrower than the digits that a column's width is counted in, bold ones are not. */
const LETTERS = { plain: 1.1, bold: 0.8 };

/** Lines that the longest text of a row takes: not every program makes room for them by itself. */
function linesOf(
  cells: readonly SheetCell[],
  widths: readonly number[],
  font: keyof typeof LETTERS = "plain",
): number {
  const lines = cells.map((value, at) =>
    typeof value === "string" ? Math.ceil(value.length / ((widths[at] ?? 10) * LETTERS[font])) : 1,
  );
  return Math.max(1, ...lines);
}

/** Titles stand over their figures. */
function alignTitles(titles: Row, first: readonly SheetCell[] = []): void {
  for (const [at, value] of first.entries()) {
    const horizontal = typeof value === "string" ? "left" : "right";
    titles.getCell(at + 1).alignment = { wrapText: true, vertical: "middle", horizontal };
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
  alignTitles(titles, rows[0]);
  titles.height = LINE_POINTS * linesOf(header, widths, "bold");
  for (const cells of rows) {
    const row = sheet.addRow([]);
    fill(row, cells);
    row.height = LINE_POINTS * linesOf(cells, widths);
  }
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
