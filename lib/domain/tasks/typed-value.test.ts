import { describe, expect, it } from "vitest";
import { readTyped } from "./typed-value";

const HOLDER = { birthDate: "12/03/1985", sex: "female" };

describe("a number as it is typed", () => {
  it("of eleven digits is refused, with the zero that a spreadsheet lost", () => {
    const { error, suggestion } = readTyped("idNumber", "79185001234", HOLDER);
    expect(error?.code).toBe("idNumberLength");
    expect(suggestion).toBe("079185001234");
  });

  it("of three digits is refused without a guess", () => {
    const { error, suggestion } = readTyped("idNumber", "079", HOLDER);
    expect([error?.code, suggestion]).toEqual(["idNumberLength", null]);
  });

  it("that says another year or sex than the record is taken with a warning", () => {
    const { error, warnings } = readTyped("idNumber", "079058001234", HOLDER);
    expect(error).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["idNumberYear", "idNumberSex"]);
  });
});

describe("a date as it is typed", () => {
  it("is shown as it will be written", () => {
    expect(readTyped("birthDate", "1-3-85", HOLDER)).toMatchObject({
      error: null,
      writtenAs: "01/03/1985",
      precision: "day",
    });
  });

  it("of which only the year is known says so", () => {
    expect(readTyped("birthDate", "1985", HOLDER)).toMatchObject({
      writtenAs: null,
      precision: "year",
    });
  });

  it("that no calendar has is refused", () => {
    expect(readTyped("birthDate", "31/02/1985", HOLDER).error?.code).toBe("dateNotReal");
  });
});

it("a phone with the prefix of before 2018 is offered with the present one", () => {
  const { error, writtenAs, warnings } = readTyped("phone", "01234567890", HOLDER);
  expect([error, writtenAs]).toEqual([null, "0834567890"]);
  expect(warnings).toEqual([{ code: "phonePrefixChanged" }]);
});

it("a name can't be empty; anything else may", () => {
  expect(readTyped("fullName", " ", HOLDER).error?.code).toBe("nameMissing");
  expect(readTyped("address", "", HOLDER).error).toBeNull();
});
