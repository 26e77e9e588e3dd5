import { describe, expect, test } from "vitest";
import { idNumberHints, idNumberKind, parseIdNumber, restoreZero } from "./id-number";
import { idNumberWarnings, validateIdNumber } from "./id-number-check";

describe("numbers as spreadsheets leave them", () => {
  test.each([
    ["079085001234", "079085001234", undefined],
    ["'079085001234", "079085001234", undefined],
    ["079 085 001 234", "079085001234", undefined],
    ["079.085.001.234", "079085001234", undefined],
    ["O79O85OO1234", "079085001234", undefined],
    ["CCCD: 079085001234", "079085001234", undefined],
    ["79085001234", "79085001234", "idNumberZeroLost"],
    ["79085001234.0", "79085001234", "idNumberZeroLost"],
    ["7.9085001234E+10", "79085001234", "idNumberZeroLost"],
    ["1085001234", "1085001234", "idNumberZeroLost"],
    ["024 123 457", "024123457", undefined],
    ["24123457", "24123457", "idNumberZeroLost"],
    ["c1234567", "C1234567", undefined],
    ["12345", "12345", undefined],
  ])("%s", (text, value, warning) => {
    const read = parseIdNumber(text);
    expect(read).toMatchObject({ ok: true, value });
    expect(read.ok && read.warning).toBe(warning);
  });

  test.each([
    ["", "idNumberMissing"],
    ["'", "idNumberMissing"],
    ["7.92E+10", "idNumberScientific"],
    ["7,90850E+10", "idNumberScientific"],
    ["không có", "idNumberCharacters"],
    ["07908500123X", "idNumberCharacters"],
  ])("%s is refused: %s", (text, code) => {
    expect(parseIdNumber(text)).toMatchObject({ ok: false, code });
  });
});

test.each([
  ["079085001234", "personal"],
  ["999085001234", "personal"],
  ["000085001234", "unusable"],
  ["024123457", "cmnd"],
  ["B1234567", "passport"],
  ["79085001234", "zero_lost"],
  ["24123457", "zero_lost"],
  ["99985001234", "unusable"],
  ["111111111111", "unusable"],
  ["123456789", "unusable"],
  ["012345678901", "unusable"],
  ["1234", "unusable"],
  ["", "unusable"],
])("%s is %s", (number, kind) => {
  expect(idNumberKind(number)).toBe(kind);
});

test.each([
  ["79085001234", "079085001234"],
  ["1085001234", "001085001234"],
  ["24123457", "024123457"],
  ["079085001234", null],
  ["3085001234", null],
  ["0901234567", null],
])("the zero of %s goes back: %s", (number, restored) => {
  expect(restoreZero(number)).toBe(restored);
});

test("a number is held against its holder, unknown values staying unknown", () => {
  const birthDate = { value: "1985-03-12", precision: "day" } as const;
  expect(idNumberHints("079085001234", { birthDate, sex: "male" })).toEqual({
    yearAgrees: true,
    sexAgrees: true,
    province: "Hồ Chí Minh",
  });
  expect(idNumberHints("079305001234", { birthDate, sex: null })).toMatchObject({
    yearAgrees: false,
    sexAgrees: null,
  });
  expect(idNumberHints("024123457", { birthDate, sex: "male" }).yearAgrees).toBeNull();
});

describe("numbers while they are typed", () => {
  test("eleven digits are refused with the number that was probably meant", () => {
    expect(validateIdNumber("79085001234")).toEqual({
      ok: false,
      code: "idNumberLength",
      params: { digits: 11, suggestion: "079085001234" },
    });
    expect(validateIdNumber("12345")).toMatchObject({ params: { digits: 5, suggestion: "none" } });
  });
  test.each([
    ["079085001234", true, undefined],
    ["999085001234", true, "idNumberProvinceUnknown"],
    ["024123457", true, "idNumberCmnd"],
    ["111111111111", false, "idNumberPlaceholder"],
    ["999999999", false, "idNumberPlaceholder"],
  ])("%s", (text, ok, code) => {
    const read = validateIdNumber(text);
    expect([read.ok, read.ok ? read.warning : read.code]).toEqual([ok, code]);
  });
  test("a year or sex that disagrees is a warning with its digits", () => {
    const birthDate = { value: "1985-01-01", precision: "year" } as const;
    expect(idNumberWarnings("079158001234", { birthDate, sex: "male" })).toEqual([
      { code: "idNumberYear", params: { year: "1985", digits: "58" } },
      { code: "idNumberSex", params: {} },
    ]);
    expect(idNumberWarnings("079085001234", { birthDate, sex: "male" })).toEqual([]);
  });
});
