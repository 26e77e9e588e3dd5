import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatFieldValue, type WrittenField, writtenIdentity } from "./field-value";

describe("the written form of a value", () => {
  test.each<[WrittenField, string | null, string | null]>([
    ["birthDate", "1985-03-12", "12/03/1985"],
    ["birthDate", "12-3-1985", "12/03/1985"],
    ["birthDate", "03/1985", "03/1985"],
    ["birthDate", "1985", "1985"],
    ["birthDate", "31118", "12/03/1985"],
    ["birthDate", "30/02/1985", "30/02/1985"],
    ["sex", "Nữ", "female"],
    ["sex", "Nam", "male"],
    ["sex", "female", "female"],
    ["sex", "khác", "khác"],
    ["fullName", "  Nguyễn Thị Hòa ", "Nguyễn Thị Hòa"],
    ["fullName", "Nguyễn Thị Hòa".normalize("NFD"), "Nguyễn Thị Hòa"],
    ["idNumber", "079185001234", "079185001234"],
    ["phone", "0901234567", "0901234567"],
    ["address", "12 Lê Lợi, Ấp 3", "12 Lê Lợi, Ấp 3"],
    ["address", "   ", null],
    ["phone", "", null],
    ["sex", null, null],
  ])("%s %j", (field, value, written) => {
    expect(formatFieldValue(field, value)).toBe(written);
  });

  it("stays as it is when it is written once more", () => {
    const field = fc.constantFrom<WrittenField>(
      ...(["fullName", "birthDate", "sex", "idNumber", "phone", "address"] as const),
    );
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("1985", "03/1985", "1985-03-12", "1.2.85", "31118", "Nữ", "2"),
    );
    fc.assert(
      fc.property(field, text, (name, value) => {
        const written = formatFieldValue(name, value);
        expect(formatFieldValue(name, written)).toBe(written);
      }),
    );
  });
});

describe("a written identity", () => {
  it("keeps as much of a date as is known", () => {
    const identity = { fullName: "Lê Văn An", sex: "male" as const, idNumber: "079085001234" };
    const year = { value: "1985-01-01", precision: "year" as const };
    expect(writtenIdentity({ ...identity, birthDate: year })).toEqual({
      ...identity,
      birthDate: "1985",
    });
  });

  it("has nothing where nothing was given", () => {
    const nothing = { fullName: null, birthDate: null, sex: null, idNumber: null };
    expect(writtenIdentity(nothing)).toEqual(nothing);
  });
});
