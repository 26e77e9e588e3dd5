import { expect, it, test } from "vitest";
import type { FieldValues } from "./field-policy";
import { invalidValues } from "./valid-values";

test.each<[string, FieldValues, string | null]>([
  ["a name", { fullName: "Nguyễn Thị Hòa" }, null],
  ["no name", { fullName: null }, "nameMissing"],
  ["a date", { birthDate: "12/03/1985" }, null],
  ["a year", { birthDate: "1985" }, null],
  ["a day that never was", { birthDate: "30/02/1985" }, "dateNotReal"],
  ["no date", { birthDate: null }, null],
  ["a sex", { sex: "female" }, null],
  ["a word that is no sex", { sex: "x" }, "sexUnknown"],
  ["a personal number", { idNumber: "079185001234" }, null],
  ["a number one digit short", { idNumber: "79185001234" }, "idNumberLength"],
  ["a number of one digit", { idNumber: "111111111111" }, "idNumberPlaceholder"],
  ["an older number", { idNumber: "024123457" }, null],
  ["a phone", { phone: "0901234567" }, null],
  ["half a phone", { phone: "09012" }, "phoneNumber"],
  ["any address", { address: "Ấp 3" }, null],
])("%s", (_, values, code) => {
  expect(Object.values(invalidValues(values)).map((problem) => problem.code)).toEqual(
    code === null ? [] : [code],
  );
});

it("names every field that can't stand, with what its sentence needs", () => {
  expect(invalidValues({ fullName: "", birthDate: "31/04/1985", idNumber: "79185001234" })).toEqual(
    {
      fullName: { code: "nameMissing", params: undefined },
      birthDate: { code: "dateNotReal", params: { date: "31/4/1985" } },
      idNumber: { code: "idNumberLength", params: { digits: 11, suggestion: "079185001234" } },
    },
  );
});
