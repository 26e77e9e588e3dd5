import type { Sheet, SheetCell } from "@/lib/domain/imports/sheet";
import { formatDateTime } from "../format";
import { definitionRows } from "./definitions";
import { summaryRows } from "./summary-rows";
import { classTable, dayTable, type ReportTable, stepTable, unitTable } from "./tables";
import { day, say, type WrittenReport } from "./words";

interface Wide {
  first: number;
  others: number;
}

/** The sheets of a report's workbook; each says of what report it is and when its figures were taken. */
export function writeReportSheets({ number, year, content }: WrittenReport): Sheet[] {
  const { unit, period, cutOff } = content;
  const notes = [
    say("sheet.head", {
      ...{ number, year, unit: unit.name },
      ...{ from: day(period.from), to: day(period.to) },
    }),
    say("sheet.cutOff", { at: formatDateTime(cutOff) }),
  ];
  const sheet = (name: string, { columns, rows }: ReportTable, { first, others }: Wide): Sheet => ({
    name: say(`sheet.${name}`),
    notes,
    header: columns.map(({ title }) => title),
    widths: columns.map((_, at) => (at === 0 ? first : others)),
    rows,
  });
  const plain = (keys: readonly string[], rows: SheetCell[][]): ReportTable => ({
    columns: keys.map((key) => ({ key, title: say(`table.column.${key}`) })),
    rows,
  });
  return [
    sheet("summary", plain(["figure", "value", "measure", "doses"], summaryRows(content)), {
      ...{ first: 46, others: 24 },
    }),
    sheet("units", unitTable(content), { first: 30, others: 13 }),
    sheet("days", dayTable(content), { first: 14, others: 16 }),
    sheet("steps", stepTable(content), { first: 36, others: 14 }),
    sheet("classes", classTable(content), { first: 44, others: 14 }),
    sheet("definitions", plain(["figure", "definition"], definitionRows(content)), {
      ...{ first: 36, others: 110 },
    }),
  ];
}
