import { describe, expect, it } from "vitest";
import { type Header, readHeader } from "./header";
import { PLATFORM_PROFILE, profileTitles } from "./profile";
import { readRow } from "./read-row";

function headerOf(titles: string[]): Header {
  const header = readHeader(titles);
  if (!header.ok) throw new Error(header.code);
  return header;
}

const TITLES = [...profileTitles(PLATFORM_PROFILE, "person", 2), "Mã xã"];
const HEADER = headerOf(TITLES);

const GOOD: Record<string, string> = {
  STT: "1",
  "Mã đối tượng": "DT01",
  "Họ và tên": "Nguyễn Thị Hòa",
  "Ngày sinh": "12/08/1985",
  "Giới tính": "Nữ",
  "Loại giấy tờ": "CCCD",
  "Số CCCD/CMND/HC": "079185001234",
  "Số thẻ BHYT": "DN4790123456789",
  SĐT: "0903123456",
  Tỉnh: "Tỉnh Long An",
  Huyện: "Huyện Cần Đước",
  Xã: "Xã Tân Lân",
  "Địa chỉ chi tiết (thôn/tổ)": "Ấp 3",
  "Nhóm đối tượng": "Người từ 18 tuổi",
  "Mũi 1": "1",
  "Ngày tiêm 1": "01/09/2021",
  "Vắc xin 1": "AstraZeneca",
  "Số lô 1": "AB123",
  "Cơ sở tiêm 1": "Trạm Y tế Tân Lân",
  "Ghi chú": "",
  "Mã xã": "28051",
};

function read(changes: Record<string, string> = {}) {
  const values = { ...GOOD, ...changes };
  const cells = TITLES.map((title) => values[title] ?? "");
  return { cells, ...readRow(HEADER, cells, 1204) };
}

describe("a right row", () => {
  it("becomes a record that keeps the line it came in", () => {
    const { record, issues, cells } = read();
    expect(issues).toEqual([]);
    expect(record).toEqual({
      sourceId: "DT01",
      fullName: "Nguyễn Thị Hòa",
      birthDate: { value: "1985-08-12", precision: "day" },
      sex: "female",
      idNumber: "079185001234",
      foreign: false,
      documentType: "CCCD",
      insuranceNumber: "DN4790123456789",
      phone: "0903123456",
      provinceName: "Tỉnh Long An",
      districtName: "Huyện Cần Đước",
      communeName: "Xã Tân Lân",
      communeCode: "28051",
      address: "Ấp 3",
      group: "Người từ 18 tuổi",
      errorKind: null,
      verification: null,
      note: null,
      doses: [
        {
          number: 1,
          date: "2021-09-01",
          dateText: null,
          vaccine: "AstraZeneca",
          lot: "AB123",
          facility: "Trạm Y tế Tân Lân",
        },
      ],
      sourceRows: [{ rowNo: 1204, cells }],
    });
  });

  it.each([
    ["Ngày sinh", "01/01/1985"],
    ["Ngày sinh", "31271"],
    ["SĐT", "01203123456"],
    ["Giới tính", "2"],
    ["Địa chỉ chi tiết (thôn/tổ)", "-"],
  ])("needs no word about %s %s", (title, value) => {
    expect(read({ [title]: value }).issues).toEqual([]);
  });

  it("puts back the zeros of a commune's code", () => {
    expect(read({ "Mã xã": "97" }).record?.communeCode).toBe("00097");
  });
});

describe("a wrong row", () => {
  it.each([
    ["Mã đối tượng", "", "sourceIdMissing"],
    ["Mã đối tượng", "x".repeat(201), "textTooLong"],
    ["Họ và tên", " ", "nameMissing"],
    ["Họ và tên", "12345", "nameUnreadable"],
    ["Ngày sinh", "29/02/1985", "dateNotReal"],
    ["Ngày sinh", "31/04/1985", "dateNotReal"],
    ["Ngày sinh", "khoảng tám mươi", "dateUnreadable"],
    ["Ngày sinh", "12/08/1785", "dateOutOfRange"],
    ["Ghi chú", "x".repeat(2001), "textTooLong"],
  ])("%s “%s”: %s", (title, value, code) => {
    const { record, issues } = read({ [title]: value });
    expect(record).toBeNull();
    expect(issues).toEqual([
      expect.objectContaining({ rowNo: 1204, column: title, code, severity: "error" }),
    ]);
  });

  it("tells everything that is wrong at once", () => {
    const { issues } = read({ "Họ và tên": "", "Ngày sinh": "30/02/1985", "Giới tính": "?" });
    expect(issues.map(({ code }) => code)).toEqual(["nameMissing", "dateNotReal", "sexMissing"]);
  });

  it("never repeats the value of a cell", () => {
    const secret = { "Ngày sinh": "30/02/1985", SĐT: "090312", "Số CCCD/CMND/HC": "07918500x" };
    const told = JSON.stringify(read(secret).issues);
    expect(told).not.toMatch(/1985|090312|0791/);
  });
});

describe("an odd row stays, with a warning", () => {
  it.each([
    [{ "Số CCCD/CMND/HC": "" }, "idNumberMissing", { idNumber: null }],
    [{ "Số CCCD/CMND/HC": "không có" }, "idNumberMissing", { idNumber: null }],
    [{ "Số CCCD/CMND/HC": "7.92E+10" }, "idNumberScientific", { idNumber: "7.92E+10" }],
    [{ "Số CCCD/CMND/HC": "0791850Z1234" }, "idNumberCharacters", { idNumber: "0791850Z1234" }],
    [{ "Số CCCD/CMND/HC": "79185001234" }, "idNumberZeroLost", { idNumber: "79185001234" }],
    [{ "Số CCCD/CMND/HC": "0791850" }, "idNumberOdd", { idNumber: "0791850" }],
    [{ "Ngày sinh": "" }, "dateMissing", { birthDate: null }],
    [{ "Ngày sinh": "12/08/85" }, "centuryGuessed", {}],
    [
      { "Ngày sinh": "08/25/1985" },
      "monthFirst",
      { birthDate: { value: "1985-08-25", precision: "day" } },
    ],
    [{ "Giới tính": "" }, "sexMissing", { sex: null }],
    [{ "Giới tính": "khác" }, "sexUnknown", { sex: null }],
    [{ "Họ và tên": "Nguy?n Thị Hòa" }, "nameDamaged", { fullName: "Nguy?n Thị Hòa" }],
    [{ SĐT: "12345" }, "phoneNumber", { phone: "12345" }],
    [{ SĐT: "hỏi con" }, "phoneCharacters", { phone: "hỏi con" }],
    [{ "Số thẻ BHYT": "123" }, "insuranceFormat", { insuranceNumber: "123" }],
    [{ "Mã xã": "Tân Lân" }, "communeCodeOdd", { communeCode: null }],
  ])("%j: %s", (change, code, kept) => {
    const { record, issues } = read(change);
    const [title] = Object.keys(change);
    expect(record).toMatchObject(kept);
    expect(issues).toEqual([{ rowNo: 1204, column: title, code, params: {}, severity: "warning" }]);
  });
});

describe("foreigners", () => {
  it.each(["Hộ chiếu", "HỘ CHIẾU", "Passport", "HC"])("are known by their paper: %s", (paper) => {
    const { record, issues } = read({ "Loại giấy tờ": paper, "Số CCCD/CMND/HC": "TR 123456" });
    expect(record).toMatchObject({ foreign: true, idNumber: "TR 123456" });
    expect(issues).toEqual([]);
  });

  it("are not those who have a citizen's number", () => {
    expect(read({ "Loại giấy tờ": "Hộ chiếu" }).record?.foreign).toBe(false);
  });

  it("are not those without any paper", () => {
    expect(read({ "Loại giấy tờ": "" }).record?.foreign).toBe(false);
  });
});

describe("numbers in two columns", () => {
  const header = headerOf(["Mã đối tượng", "Họ tên", "Ngày sinh", "Giới tính", "CMND", "CCCD"]);

  it("takes the new number, and the old one where there is no other", () => {
    const rest = ["DT01", "Lê An", "1985", "Nam"];
    const number = (...numbers: string[]) =>
      readRow(header, [...rest, ...numbers], 2).record?.idNumber;
    expect(number("301234567", "080085001234")).toBe("080085001234");
    expect(number("301234567", "")).toBe("301234567");
  });
});

describe("lines that are no records", () => {
  it("passes over blank lines without a word", () => {
    expect(readRow(HEADER, ["", "  ", "\n"], 9)).toEqual({ record: null, issues: [] });
  });

  it("says that a total or a signature was passed over", () => {
    const cells = ["Tổng cộng: 1.204 người"];
    expect(readRow(HEADER, cells, 1300)).toEqual({
      record: null,
      issues: [{ rowNo: 1300, column: "STT", code: "rowIgnored", params: {}, severity: "warning" }],
    });
  });

  it("does not pass over a dose that names nobody", () => {
    const cells = TITLES.map((title) => (title === "Ngày tiêm 1" ? "01/09/2021" : ""));
    const { issues } = readRow(HEADER, cells, 7);
    expect(issues.map(({ code }) => code)).toContain("sourceIdMissing");
  });
});
