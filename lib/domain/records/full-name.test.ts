import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, normaliseName, stripMarks } from "./full-name";

describe("normaliseName", () => {
  test.each([
    ["  Nguyễn   Thị\tHoa ", "Nguyễn Thị Hoa"],
    ["Nguyễn\u00A0Thị\u200B Hoa", "Nguyễn Thị Hoa"],
    ["Nguyễn Thị Hoa".normalize("NFD"), "Nguyễn Thị Hoa"],
    ["H’Hen Niê", "H'Hen Niê"],
    ["NGUYỄN thị Hoa", "NGUYỄN thị Hoa"],
    ["Trần\u00AD Hoa", "Trần Hoa"],
  ])("%j", (text, expected) => {
    expect(normaliseName(text)).toBe(expected);
  });

  test("letters of legacy encodings are left for the repair to read", () => {
    expect(normaliseName("Tr\u00AD¬ng  V¨n")).toBe("Tr\u00AD¬ng V¨n");
    expect(normaliseName("LÃª HÃ\u00A0 A")).toBe("LÃª HÃ\u00A0 A");
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe("foldName", () => {
  test.each([
    ["Đặng Thị Ước", "dang thi uoc"],
    ["ĐẶNG  THỊ ƯỚC".normalize("NFD"), "dang thi uoc"],
    ["H'Hen Niê", "h hen nie"],
    ["Ng.V.An", "ng v an"],
    ["Y-Moan", "y moan"],
  ])("%j", (text, expected) => {
    expect(foldName(text)).toBe(expected);
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = foldName(text);
        expect(foldName(once)).toBe(once);
      }),
    );
  });
});

test("stripMarks keeps the case", () => {
  expect(stripMarks("Đỗ Thị Thuỳ")).toBe("Do Thi Thuy");
});
