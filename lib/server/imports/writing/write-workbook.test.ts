import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { writeWorkbook } from "./write-workbook";

const SHEET = {
  name: "Tổng hợp",
  notes: ["Báo cáo số 1", "Chốt lúc 14:05"],
  header: ["Con số", "Giá trị"],
  widths: [30, 12],
};

it("keeps figures as numbers, shares as parts, and what looks like a formula as text", async () => {
  const rows = [
    ["Còn lại", 1234567],
    ["Đã xong", { share: 0.125 }],
    ["=1+1", null],
    ["Tốc độ", 2.5],
  ];
  const workbook = new ExcelJS.Workbook();
  const file = await writeWorkbook([
    { ...SHEET, rows },
    { ...SHEET, name: "Theo bước", rows: [] },
  ]);
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Tổng hợp", "Theo bước"]);
  const sheet = workbook.worksheets[0];
  const at = (cell: string) => sheet?.getCell(cell);
  expect(at("A2")?.value).toBe("Chốt lúc 14:05");
  expect(at("B4")).toMatchObject({ value: 1234567, numFmt: "#,##0" });
  expect(at("B5")).toMatchObject({ value: 0.125, numFmt: "0.0%" });
  expect(at("A6")?.value).toBe("'=1+1");
  expect(at("B6")?.value).toBeNull();
  expect(at("B7")).toMatchObject({ value: 2.5, numFmt: "#,##0.0" });
});
