import { describe, expect, it, test } from "vitest";
import { type Choices, resolveChoices } from "./choice";

const record = {
  fullName: "Nguyễn Thị Hoàn",
  birthDate: "12/08/1985",
  sex: "female",
  idNumber: "079185001234",
  phone: "0901234567",
  address: null,
};
const other = {
  fullName: "Nguyễn Thị Hòa",
  birthDate: "12/03/1985",
  sex: null,
  idNumber: "079185001234",
};
const resolve = (choices: Choices) => resolveChoices(choices, { record, other });

describe("what an officer chose for a field", () => {
  test.each<[string, Choices, ReturnType<typeof resolve>]>([
    ["the record's value", { fullName: { choice: "record" } }, { fullName: "Nguyễn Thị Hoàn" }],
    ["the registry's value", { fullName: { choice: "registry" } }, { fullName: "Nguyễn Thị Hòa" }],
    [
      "a value of their own",
      { fullName: { choice: "edit", value: "Nguyễn Thị Hoa" } },
      { fullName: "Nguyễn Thị Hoa" },
    ],
    ["nothing at all", {}, {}],
    ["a field that the record lacks", { address: { choice: "record" } }, { address: null }],
  ])("%s", (_, choices, values) => {
    expect(resolve(choices)).toEqual(values);
  });

  it("is read as people type it and kept in its written form", () => {
    expect(
      resolve({
        birthDate: { choice: "edit", value: " 1985-03-12 " },
        sex: { choice: "edit", value: "Nữ" },
        phone: { choice: "edit", value: "  " },
      }),
    ).toEqual({ birthDate: "12/03/1985", sex: "female", phone: null });
  });

  it("keeps a value that can't be read, for the check that names it", () => {
    expect(resolve({ birthDate: { choice: "edit", value: "32/13/1985" } })).toEqual({
      birthDate: "32/13/1985",
    });
  });

  it("is none where none was typed", () => {
    expect(resolve({ idNumber: { choice: "edit" } })).toEqual({ idNumber: null });
    expect(resolve({ idNumber: { choice: "edit", value: null } })).toEqual({ idNumber: null });
  });

  it("takes nothing from a registry that says nothing, nor for contact", () => {
    expect(resolve({ sex: { choice: "registry" }, phone: { choice: "registry" } })).toEqual({
      sex: "female",
      phone: "0901234567",
    });
    expect(resolveChoices({ fullName: { choice: "registry" } }, { record })).toEqual({
      fullName: "Nguyễn Thị Hoàn",
    });
  });

  it("ignores a value sent along with a choice of sides", () => {
    expect(resolve({ fullName: { choice: "registry", value: "Lê Văn Khác" } })).toEqual({
      fullName: "Nguyễn Thị Hòa",
    });
  });
});
