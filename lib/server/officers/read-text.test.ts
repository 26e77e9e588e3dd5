import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/domain/access/roles";
import { LIST_COLUMNS, readOfficerList, readRole } from "@/lib/domain/officers/officer-list";
import { LOCALES } from "@/lib/i18n/locales";
import { MESSAGES } from "@/lib/i18n/messages";
import { readCells, readTextFile } from "./read-text";

describe("cells", () => {
  it.each([
    ["pasted", "a\tb, c\n1\t2"],
    ["with semicolons", 'a;"b, c"\r\n1;2'],
    ["with commas", 'a,"b, c"\n1,2'],
    ["with a byte order mark", '\ufeffa,"b, c"\n1,2'],
  ])("%s", (_, text) => {
    expect(readCells(text)).toEqual([
      ["a", "b, c"],
      ["1", "2"],
    ]);
  });

  it("keep the place of an empty line", () => {
    expect(readCells("a,b\n\n1,2")).toHaveLength(3);
  });

  it("are none in a text that is no table", () => {
    expect(readCells('a,"b')).toEqual([]);
  });
});

describe("a file", () => {
  const file = (...bytes: (string | Uint8Array<ArrayBuffer>)[]) => new File(bytes, "x.csv");

  it("is read in the encodings that a spreadsheet saves", async () => {
    expect(await readTextFile(file("Họ tên"))).toBe("Họ tên");
    expect(await readTextFile(file(new Uint8Array([0xff, 0xfe, 0x61, 0])))).toBe("a");
  });

  it("is refused when it is a workbook, in an old encoding, or too large", async () => {
    expect(await readTextFile(file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toBeNull();
    expect(await readTextFile(file(new Uint8Array([0x48, 0xe4, 0x20])))).toBeNull();
    expect(await readTextFile(file("x".repeat(600 * 1024)))).toBeNull();
  });
});

describe("the words of the screen", () => {
  it.each(LOCALES)("name roles that a list may be written with (%s)", (locale) => {
    const words = MESSAGES[locale].access.role;
    expect(ROLES.map((role) => readRole(words[role]))).toEqual([...ROLES]);
  });

  it.each(LOCALES)("name the columns that a list needs (%s)", (locale) => {
    const words = MESSAGES[locale].officers.list.column;
    const rows = [
      LIST_COLUMNS.map((column) => words[column]),
      LIST_COLUMNS.map((column) => column),
    ];
    expect(readOfficerList(rows)).toMatchObject({
      ok: true,
      lines: [Object.fromEntries(LIST_COLUMNS.map((c) => [c, c]))],
    });
  });
});
