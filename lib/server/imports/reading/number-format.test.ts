import { describe, expect, it } from "vitest";
import { builtInFormat, formatNumber, type NumberFormat, readFormatCode } from "./number-format";

const DAY: NumberFormat = { kind: "date", shows: "day" };

describe("readFormatCode", () => {
  it.each([
    ["dd/mm/yyyy", "day"],
    ["d\\-m\\-yy;@", "day"],
    ["[$-42A]dd mmmm yyyy", "day"],
    ['"Ngày "d', "day"],
    ["mmm-yy", "month"],
    ["yyyy", "year"],
    ["[h]:mm:ss", "time"],
    ["h:mm AM/PM", "time"],
  ])("%s shows a date", (code, shows) => {
    expect(readFormatCode(code)).toEqual({ kind: "date", shows });
  });

  it.each(["General", "@", "0.00", "#,##0", '#,##0 "đồng mỗi năm"', "[Red]-0", "0", '0" ngày"'])(
    "%s shows a number",
    (code) => {
      expect(readFormatCode(code)).toEqual({ kind: "plain" });
    },
  );

  it("knows numbers with zeros in front", () => {
    expect(readFormatCode("000000000000")).toEqual({ kind: "zeros", digits: 12 });
    expect(readFormatCode("0000 000 000;-0")).toEqual({ kind: "zeros", digits: 10 });
  });
});

describe("formatNumber", () => {
  it.each([
    ["32874", "01/01/1990"],
    ["61", "01/03/1900"],
    ["59", "28/02/1900"],
    ["1", "01/01/1900"],
    ["44440.5", "01/09/2021 12:00"],
    ["0.5", "12:00"],
    ["-5", "-5"],
    ["99999999", "99999999"],
    ["12/03/1985", "12/03/1985"],
  ])("%s as a day is %s", (text, shown) => {
    expect(formatNumber(text, DAY, false)).toBe(shown);
  });

  it.each([
    ["7.9085001234E10", "79085001234"],
    ["0.1", "0.1"],
    ["0.30000000000000004", "0.3"],
    ["", ""],
  ])("%s as it is: %s", (text, shown) => {
    expect(formatNumber(text, builtInFormat(0), false)).toBe(shown);
  });

  it("keeps the day when a format hides one that is there", () => {
    expect(formatNumber("31118", builtInFormat(17), false)).toBe("12/03/1985");
    expect(formatNumber("31107", builtInFormat(17), false)).toBe("03/1985");
  });
});
