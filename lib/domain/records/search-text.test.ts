import { describe, expect, it } from "vitest";
import { hasMarks, readSearchText } from "./search-text";

describe("what was typed into the search field", () => {
  it.each([
    ["TC-00000123", { kind: "code", terms: "TC-00000123" }],
    ["tc 123", { kind: "code", terms: "TC-00000123" }],
    ["1234", { kind: "digits", terms: "1234" }],
    ["079 185.001234", { kind: "digits", terms: "079185001234" }],
    ["Nguyễn  Thị Hòa", { kind: "name", terms: "Nguyễn Thị Hòa" }],
    ["hoa 2", { kind: "name", terms: "hoa 2" }],
  ])("%s", (typed, read) => {
    expect(readSearchText(typed)).toEqual({ ok: true, ...read });
  });

  it.each([
    ["  ", "searchEmpty"],
    ["123", "searchDigits"],
    ["H", "searchLetters"],
    ["--/", "searchLetters"],
  ])("refuses %s, which would find everybody or nobody", (typed, code) => {
    expect(readSearchText(typed)).toEqual({ ok: false, code });
  });
});

it("tells a name with marks from one without", () => {
  expect(["Hòa", "Đan", "hoa", "LE VAN AN"].map(hasMarks)).toEqual([true, true, false, false]);
});
