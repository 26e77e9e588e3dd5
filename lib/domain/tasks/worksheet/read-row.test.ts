import { describe, expect, it } from "vitest";
import { COLUMN_TITLES, readSheetHeader, SHEET_COLUMNS, type SheetColumn } from "./columns";
import { readResultRow } from "./read-row";
import { makeRowCode, writeRowCode } from "./row-code";

const TITLES = SHEET_COLUMNS.map((column) => COLUMN_TITLES[column]);
const MAPPING = readSheetHeader(TITLES) ?? {};
const CODE = makeRowCode(() => 0.5);
const TODAY = "2026-11-26";

function read(cells: Partial<Record<SheetColumn, string>>) {
  const line = { code: writeRowCode(CODE), ...cells };
  return readResultRow(
    SHEET_COLUMNS.map((column) => line[column] ?? ""),
    MAPPING,
    TODAY,
  );
}

describe("a line that came back", () => {
  it("with nothing filled in does nothing", () => {
    expect(read({ fullName: "Lê Thị Ba" })).toMatchObject({ result: null, issues: [] });
  });

  it.each([
    ["Gặp", "found"],
    ["tìm thấy", "found"],
    ["VẮNG NHÀ", "notHome"],
    ["đã mất", "deceased"],
    ["Không ai biết", "unknown"],
    ["3", "moved"],
  ])("reads “%s”", (result, kind) => {
    expect(read({ result }).result).toMatchObject({ kind, note: "", close: false, day: null });
  });

  it.each(["Mất liên lạc", "đã mất giấy tờ", "Gặp người nhà"])(
    "does not take “%s” for something that moves the task",
    (result) => {
      expect(read({ result })).toMatchObject({ result: null, issues: [{ code: "resultUnknown" }] });
    },
  );

  it("keeps when somebody has died", () => {
    const { result } = read({ result: "Đã mất năm 2021" });
    expect(result).toMatchObject({ kind: "deceased", note: "Đã mất năm 2021" });
  });

  it("keeps where somebody moved to as a note", () => {
    const { result } = read({ result: "Chuyển đến Bình Dương", note: "hỏi chị Tư" });
    expect(result).toMatchObject({ kind: "moved", note: "Chuyển đến Bình Dương. hỏi chị Tư" });
  });

  it("reads what was found as values", () => {
    const line = { foundNumber: "079 085 001 234", foundBirthDate: "5-9-1985", day: "20/11/2026" };
    expect(read(line).result).toMatchObject({
      kind: "found",
      values: { idNumber: "079085001234", birthDate: "05/09/1985" },
      day: "2026-11-20",
    });
  });

  it.each([
    [{ result: "bận" }, { column: "Kết quả", code: "resultUnknown" }],
    [{ note: "đi làm xa" }, { column: "Kết quả", code: "resultMissing" }],
    [{ result: "Gặp", foundNumber: "07908500123" }, { code: "idNumberLength" }],
    [{ result: "Gặp", foundBirthDate: "31/02/1985" }, { code: "dateNotReal" }],
    [
      { result: "Vắng", day: "27/11/2026" },
      { column: "Ngày gặp", code: "dayAhead" },
    ],
    [
      { result: "Vắng", code: "K7R-4PMO" },
      { column: "Mã dòng", code: "rowCodeCharacter" },
    ],
    [
      { result: "Vắng", code: "" },
      { column: "Mã dòng", code: "rowCodeMissing" },
    ],
  ])("says which cell can't be read: %j", (line, issue) => {
    const { result, issues } = read(line);
    expect(result).toBeNull();
    expect(issues).toMatchObject([issue]);
  });
});

describe("the titles of a worksheet", () => {
  it("are known in any order and case", () => {
    expect(readSheetHeader(["KẾT QUẢ", "", "mã dòng"])).toEqual({ result: 0, code: 2 });
  });

  it("are asked for: another table is none", () => {
    expect(readSheetHeader(["STT", "Họ và tên"])).toBeNull();
  });
});
