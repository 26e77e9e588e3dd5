import { describe, expect, it } from "vitest";
import { foldUnitName, isMarked, readUnitName } from "./unit-name";

describe("reading a unit's name", () => {
  it.each([
    ["Phường 01", "commune", "p", "1"],
    ["P.5", "commune", "p", "5"],
    ["P5", "commune", "p", "5"],
    ["TT. Củ Chi", "commune", "tt", "cuchi"],
    ["T.T Củ Chi", "commune", "tt", "cuchi"],
    ["Đặc khu Côn Đảo", "commune", "dk", "condao"],
    ["Q. Bình Thạnh", "district", "q", "binhthanh"],
    ["Tx Gò Công", "district", "tx", "gocong"],
    ["T.P Thủ Đức", "district", "tp", "thuduc"],
    ["H. Ia H' Drai", "district", "h", "iahdrai"],
    ["Tỉnh Bà Rịa - Vũng Tàu", "province", "t", "bariavungtau"],
    ["TP.Cần Thơ", "province", "tp", "cantho"],
    ["  XÃ   Tân\u00A0Phú ", "commune", "x", "tanphu"],
  ] as const)("%s (%s)", (...[text, level, type, folded]) => {
    expect(readUnitName(text, level)[0]).toMatchObject({ type, folded });
  });

  it("keeps a name that only begins like a type", () => {
    expect(readUnitName("Quan Sơn", "district").at(-1)).toMatchObject({ folded: "quanson" });
    expect(readUnitName("Phương Xá", "commune")).toHaveLength(1);
    expect(readUnitName("Xã", "commune")).toMatchObject([{ type: "", folded: "xa" }]);
    expect(readUnitName("   ", "commune")).toEqual([]);
  });

  it.each([
    ["Hoà", "Hòa"],
    ["Thuỷ", "Thủy"],
    ["Quý", "Quí"],
    ["Mỹ", "Mĩ"],
    ["Hải Châu II", "Hải Châu 2"],
    ["Ya Ma", "YA MA"],
    ["Đắk R'Lấp", "Đắk R’ lấp"],
  ])("%s and %s are one spelling", (one, other) => {
    const [a, b] = [one, other].map((text) => readUnitName(text, "commune")[0]?.marked);
    expect(a).toBe(b);
  });

  it.each([
    ["Hoa", "Hòa"],
    ["Sa Pa", "Sa Pả"],
    ["Thuý", "Thúi"],
    ["Lý", "Lỳ"],
  ])("%s and %s are two", (one, other) => {
    const [a, b] = [one, other].map((text) => readUnitName(text, "commune")[0]?.marked);
    expect(a).not.toBe(b);
  });
});

it("folds a name for search", () => {
  expect(foldUnitName("Đặc khu Hoàng Sa")).toBe("dac khu hoang sa");
  expect(foldUnitName("Phường Xuân Hương - Đà Lạt")).toBe("phuong xuan huong da lat");
});

it("knows whether a text says anything about marks", () => {
  expect([isMarked("Sa Pa"), isMarked("Đa"), isMarked("Xã Sa Pa")]).toEqual([false, true, true]);
});
