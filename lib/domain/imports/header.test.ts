import { describe, expect, it } from "vitest";
import { findHeader } from "./find-header";
import { readHeader } from "./header";
import { PLAIN_PROFILE, PLATFORM_PROFILE, profileTitles } from "./profile";

const FOUR = ["Mã đối tượng", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD/CMND/HC"];

function numbered(lines: string[][], first = 1) {
  return lines.map((cells, index) => ({ rowNo: first + index, cells }));
}

describe("readHeader", () => {
  it("reads the platform's list with one row a person", () => {
    const titles = profileTitles(PLATFORM_PROFILE, "person", 3);
    const header = readHeader(titles);
    expect(header).toMatchObject({ ok: true, profile: "platform", layout: "person", unread: [] });
    if (!header.ok) return;
    expect(header.mapping.columns).toMatchObject({
      ordinal: 0,
      sourceId: 1,
      fullName: 2,
      group: 13,
    });
    expect(header.mapping.doses).toHaveLength(3);
    expect(header.mapping.doses[2]).toEqual({
      number: 24,
      date: 25,
      vaccine: 26,
      lot: 27,
      facility: 28,
    });
    expect(header.mapping.columns.note).toBe(titles.length - 1);
  });

  it("reads the platform's list with one row a dose", () => {
    const header = readHeader(profileTitles(PLATFORM_PROFILE, "dose"));
    expect(header).toMatchObject({ ok: true, layout: "dose", unread: [] });
    expect(header.ok && header.mapping.doses).toEqual([
      { number: 14, date: 15, vaccine: 16, lot: 17, facility: 18 },
    ]);
  });

  it("reads the plain profile, in any order", () => {
    const titles = profileTitles(PLAIN_PROFILE, "person").reverse();
    expect(readHeader(titles)).toMatchObject({
      ok: true,
      profile: "plain",
      layout: "person",
      mapping: { columns: { sourceId: 7, communeCode: 0, idNumber: 3 }, doses: [] },
    });
  });

  it("sees through case, marks, line ends, brackets and other spellings", () => {
    const titles = [
      "MÃ ĐỐI TƯỢNG (*)",
      "Ho ten",
      "Ngày, tháng,\nnăm sinh\n(dd/MM/yyyy)",
      " giới  tính ",
      "CMND/CCCD",
      "Số điện thoại",
      "Tỉnh/Thành phố",
      "Mã xã",
    ];
    expect(readHeader(titles)).toMatchObject({
      ok: true,
      mapping: {
        columns: {
          sourceId: 0,
          fullName: 1,
          birthDate: 2,
          sex: 3,
          idNumber: 4,
          phone: 5,
          provinceName: 6,
          communeCode: 7,
        },
      },
      unread: [],
    });
  });

  it.each([
    ["Ngày tiêm 1", "Ngày tiêm 2"],
    ["Ngày tiêm mũi 1", "Ngày tiêm mũi 2"],
    ["Mũi 1 - Ngày tiêm", "Mũi 2 - Ngày tiêm"],
    ["Ngày tiêm (lần 1)", "Ngày tiêm (lần 2)"],
    ["Ngày tiêm", "Ngày tiêm"],
    ["ngày tiêm mũi thứ 1", "ngày tiêm mũi thứ 2"],
  ])("takes “%s” and “%s” for two doses side by side", (one, two) => {
    const header = readHeader([...FOUR, one, two]);
    expect(header).toMatchObject({
      ok: true,
      layout: "person",
      mapping: { doses: [{ date: 5 }, { date: 6 }] },
    });
  });

  it("takes a single column of doses for one row a dose", () => {
    expect(readHeader([...FOUR, "Vaccine", "Ngày tiêm"])).toMatchObject({
      layout: "dose",
      mapping: { doses: [{ vaccine: 5, date: 6 }] },
    });
  });

  it("keeps an old number apart where both columns exist, and takes it where it is alone", () => {
    const both = readHeader([...FOUR.slice(0, 4), "Số CMND", "Số CCCD"]);
    expect(both).toMatchObject({ mapping: { columns: { idNumber: 5, oldIdNumber: 4 } } });
    const alone = readHeader([...FOUR.slice(0, 4), "Số CMND"]);
    expect(alone.ok && alone.mapping.columns).toMatchObject({ idNumber: 4 });
    expect(alone.ok && alone.mapping.columns.oldIdNumber).toBeUndefined();
  });

  it("prefers the surer spelling and names what it doesn't read", () => {
    const header = readHeader([...FOUR, "Địa chỉ", "Địa chỉ chi tiết", "Dân tộc", ""]);
    expect(header).toMatchObject({
      mapping: { columns: { address: 6 } },
      unread: ["Địa chỉ", "Dân tộc"],
    });
  });

  it("names the columns that are missing in the words of their profile", () => {
    expect(readHeader(["STT", "Họ tên", "Năm sinh", "Giới tính"])).toEqual({
      ok: false,
      code: "columnsMissing",
      params: { columns: "“Mã đối tượng”, “Số CCCD/CMND/HC”", count: 2 },
    });
    expect(readHeader(["record_id", "full_name", "sex", "phone"])).toMatchObject({
      params: { columns: "“birth_date”, “id_number”" },
    });
  });

  it("refuses two columns of names: nobody could tell which one counts", () => {
    expect(readHeader([...FOUR, "Họ và tên"])).toEqual({
      ok: false,
      code: "columnRepeated",
      params: { column: "Họ và tên" },
    });
  });

  it.each([[[]], [["", ""]], [["DT01", "Nguyễn Văn An", "1985"]]])("%j is no header", (cells) => {
    expect(readHeader(cells)).toMatchObject({ ok: false, code: "headerNotFound" });
  });
});

describe("findHeader", () => {
  const person = ["DT01", "Nguyễn Văn An", "1985", "Nam", "079085001234"];

  it("finds the titles below a letterhead", () => {
    const rows = numbered([["TRẠM Y TẾ XÃ TÂN PHÚ"], ["Danh sách", "", "Giới tính"], FOUR, person]);
    expect(findHeader(rows)).toMatchObject({ ok: true, lastTitleRowNo: 3 });
  });

  it("goes by the numbers of the rows, which may have gaps", () => {
    const rows = [
      { rowNo: 2, cells: ["Danh sách"] },
      { rowNo: 7, cells: FOUR },
      { rowNo: 9, cells: person },
    ];
    expect(findHeader(rows)).toMatchObject({ lastTitleRowNo: 7 });
  });

  it.each([[["(1)", "(2)", "(3)", "(4)", "(5)"]], [["A", "B", "1", "2", "3"]]])(
    "passes over a line of column numbers: %j",
    (numbers) => {
      expect(findHeader(numbered([FOUR, numbers, person]))).toMatchObject({ lastTitleRowNo: 2 });
    },
  );

  it("joins titles that stand on two lines", () => {
    const upper = [...FOUR, "Địa chỉ", "", "Mũi 1", "", "Mũi 2", "", "Ghi chú"];
    const lower = ["", "", "", "", "", "Tỉnh", "Xã", "Ngày tiêm", "Vắc xin", "Ngày", "Vắc xin", ""];
    const header = findHeader(numbered([["Danh sách"], upper, lower, person]));
    expect(header).toMatchObject({
      ok: true,
      lastTitleRowNo: 3,
      layout: "person",
      mapping: {
        columns: { provinceName: 5, communeName: 6, note: 11 },
        doses: [
          { date: 7, vaccine: 8 },
          { date: 9, vaccine: 10 },
        ],
      },
    });
  });

  it("doesn't take the first record for a second line of titles", () => {
    const titles = [...FOUR, "Mũi", "Ngày tiêm"];
    const record = [...person, "1", "01/09/2021"];
    expect(findHeader(numbered([titles, record]))).toMatchObject({
      lastTitleRowNo: 1,
      layout: "dose",
    });
  });

  it("says what is missing in the line that comes closest", () => {
    const rows = numbered([["Danh sách"], FOUR.slice(0, 4), person]);
    expect(findHeader(rows)).toMatchObject({ ok: false, code: "columnsMissing" });
  });

  it("looks no further than the first twenty rows", () => {
    const above = Array.from({ length: 20 }, () => ["Danh sách"]);
    expect(findHeader(numbered([...above, FOUR]))).toMatchObject({ code: "headerNotFound" });
    expect(findHeader(numbered([...above.slice(1), FOUR]))).toMatchObject({ lastTitleRowNo: 20 });
    expect(findHeader([])).toMatchObject({ code: "headerNotFound" });
  });
});
