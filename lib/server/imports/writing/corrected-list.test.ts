import { createWriteStream } from "node:fs";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyCorrections, type CellCorrections } from "@/lib/domain/imports/corrections";
import { findHeader } from "@/lib/domain/imports/find-header";
import { readRow } from "@/lib/domain/imports/read-row";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import { makeFolder, readRows } from "../reading/files.fixture";
import { openTable } from "../reading/open-table";
import { writeTable } from "./write-table";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const TITLES = ["STT", "Mã đối tượng", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD/CMND/HC"];
const CORRECTIONS: Record<string, CellCorrections> = {
  DT01: { birthDate: "12/03/1985", idNumber: "079185001234" },
  DT02: { fullName: "Trần Văn Đức", sex: "male" },
};

async function importFile(path: string) {
  const rows = await readRows(await openTable(path));
  const header = findHeader(rows);
  if (!header.ok) throw new Error(header.code);
  const readings = rows
    .filter(({ rowNo }) => rowNo > header.lastTitleRowNo)
    .map(({ rowNo, cells }) => readRow(header, cells, rowNo));
  const records = readings.flatMap(({ record }) => record ?? []);
  return { header, records, issues: readings.flatMap(({ issues }) => issues) };
}

async function exportCorrected(kind: "xlsx" | "csv", path: string): Promise<string> {
  const { header, records } = await importFile(path);
  async function* corrected() {
    for (const { sourceId, sourceRows } of records) {
      for (const { cells } of sourceRows) {
        yield applyCorrections(header, cells, CORRECTIONS[sourceId] ?? {});
      }
    }
  }
  const target = folder.path(`corrected.${kind}`);
  await writeTable(kind, createWriteStream(target), { header: header.titles, rows: corrected() });
  return target;
}

async function makeWorkbook(): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Danh sách");
  sheet.addRow(["TRẠM Y TẾ XÃ TÂN PHÚ"]);
  sheet.addRow([]);
  sheet.addRow([...TITLES, "Ghi chú"]);
  sheet.addRow([1, "DT01", "NGUYỄN THỊ HÒA", new Date("1985-12-03"), "Nữ", 79185001234, "=x"]);
  sheet.getCell("D4").numFmt = "dd/mm/yyyy";
  sheet.addRow([2, "DT02", "Trần Văn Đúc", "2-9-1990", "NỮ", "079090001234"]);
  const path = folder.path("list.xlsx");
  await workbook.xlsx.writeFile(path);
  return path;
}

async function makeTextFile(): Promise<string> {
  const rows = [
    TITLES,
    ["1", "DT01", "Nguyễn Thị Hòa", "03/12/1985", "Nữ", "79185001234"],
    ["2", "DT02", "Trần Văn Đúc", "02/09/1990", "Nữ", "079090001234"],
  ];
  const text = rows.map((cells) => cells.join(";")).join("\r\n");
  return folder.write("list.csv", iconv.encode(text, "tcvn"));
}

function identities(records: ParsedRecord[]) {
  return records.map(({ sourceId, fullName, birthDate, sex, idNumber }) => {
    return [sourceId, fullName.toLowerCase(), birthDate?.value, sex, idNumber];
  });
}

it.each([
  ["xlsx", "xlsx", makeWorkbook],
  ["xlsx", "csv", makeWorkbook],
  ["csv", "xlsx", makeTextFile],
  ["csv", "csv", makeTextFile],
] as const)(
  "a list from %s, corrected and written as %s, gives the corrected people",
  async (...given) => {
    const [, kind, make] = given;
    const path = await make();
    const received = await importFile(path);
    expect(identities(received.records)).toEqual([
      ["DT01", "nguyễn thị hòa", "1985-12-03", "female", "79185001234"],
      ["DT02", "trần văn đúc", "1990-09-02", "female", "079090001234"],
    ]);
    const again = await importFile(await exportCorrected(kind, path));
    expect(again.header.titles).toEqual(received.header.titles);
    expect(again.issues).toEqual([]);
    expect(identities(again.records)).toEqual([
      ["DT01", "nguyễn thị hòa", "1985-03-12", "female", "079185001234"],
      ["DT02", "trần văn đức", "1990-09-02", "male", "079090001234"],
    ]);
    expect(again.records.map(({ note }) => note)).toEqual(received.records.map(({ note }) => note));
  },
);
