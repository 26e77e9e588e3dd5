import { describe, expect, it } from "vitest";
import { guardCell, storableText, unguardCell } from "./cell-text";
import { applyCorrections } from "./corrections";
import { type Header, readHeader } from "./header";

function headerOf(titles: string[]): Header {
  const header = readHeader(titles);
  if (!header.ok) throw new Error(header.code);
  return header;
}

const HEADER = headerOf([
  "STT",
  "Mã đối tượng",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "CCCD",
  "Dân tộc",
]);
const CELLS = ["1", "DT01", " NGUYEN  THI HOA", "12/08/1985", "Nữ", "79185001234", "Kinh "];

function corrected(changes: Parameters<typeof applyCorrections>[2], cells = CELLS) {
  return applyCorrections(HEADER, cells, changes);
}

function dateLike(before: string, value: string) {
  return corrected({ birthDate: value }, CELLS.with(3, before))[3];
}

function sexLike(before: string, value: string) {
  return corrected({ sex: value }, CELLS.with(4, before))[4];
}

describe("applyCorrections", () => {
  it("empties the cell of a value that was taken away", () => {
    const none = { birthDate: null, sex: null, idNumber: null };
    expect(corrected(none)).toEqual([...CELLS.slice(0, 3), "", "", "", "Kinh "]);
  });

  it("changes the cells of the corrected fields and no other byte", () => {
    const changes = { fullName: "Nguyễn Thị Hòa", idNumber: "079185001234" };
    expect(corrected(changes)).toEqual([
      "1",
      "DT01",
      "Nguyễn Thị Hòa",
      "12/08/1985",
      "Nữ",
      "079185001234",
      "Kinh ",
    ]);
    expect(corrected({})).toEqual(CELLS);
  });

  it("leaves the line that it was given alone", () => {
    const cells = [...CELLS];
    corrected({ sex: "male" }, cells);
    expect(cells).toEqual(CELLS);
  });

  it.each([
    ["12/08/1985", "12/03/1985", "12/03/1985"],
    ["12/08/1985", "1985-03-12", "12/03/1985"],
    ["12-08-1985", "12/03/1985", "12-03-1985"],
    ["12.8.1985", "12/03/1985", "12.03.1985"],
    ["1985-08-12", "12/03/1985", "1985-03-12"],
    ["1985/08/12", "12/03/1985", "1985/03/12"],
    ["1985", "12/03/1985", "12/03/1985"],
    ["31271", "12/03/1985", "12/03/1985"],
    ["", "03/1985", "03/1985"],
    ["12/08/1985", "1985", "1985"],
    ["1985-08-12T17:00:00Z", "12/03/1985", "1985-03-12"],
  ])("writes a date the way %s was written: %s → %s", (before, value, written) => {
    expect(dateLike(before, value)).toBe(written);
  });

  it.each([
    ["Nữ", "male", "Nam"],
    ["NAM", "female", "NỮ"],
    ["1", "female", "2"],
    ["F", "male", "M"],
    ["female", "male", "male"],
    ["", "female", "Nữ"],
    ["gái", "female", "Nữ"],
  ])("writes a sex the way %s was written: %s → %s", (before, value, written) => {
    expect(sexLike(before, value)).toBe(written);
  });

  it("reaches cells that the line has left out", () => {
    expect(corrected({ idNumber: "079185001234" }, ["1", "DT01"])).toEqual([
      "1",
      "DT01",
      "",
      "",
      "",
      "079185001234",
    ]);
  });

  it("leaves out a field that the file has no column for", () => {
    expect(corrected({ phone: "0903123456", address: "Ấp 3" })).toEqual(CELLS);
  });
});

describe("cells of a written file", () => {
  it.each(["=1+1", "+84903123456", "-", "@x", "\tx"])("are guarded: %j", (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  it.each(["Nguyễn", "079185001234", "", "'079", "1-2"])("are left as they are: %j", (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  it("hold nothing that can't be stored", () => {
    expect(storableText("a\u0000b\u001F\ud800c\t\r\n\u0095ữ😀")).toBe("abc\t\r\n\u0095ữ😀");
  });
});
