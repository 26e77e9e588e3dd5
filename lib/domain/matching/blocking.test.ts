import { expect, test } from "vitest";
import { numberKeys, personKeys, similarKeys } from "./blocking";
import { MODEL_V1 } from "./model";
import { aPerson, aRecord } from "./people.fixture";

const person = aPerson();

function meets(given: Parameters<typeof aRecord>[0]): boolean {
  const keys = new Set(personKeys(person, MODEL_V1));
  const record = aRecord(given);
  const asked = [
    ...numberKeys(record),
    ...similarKeys(record, { model: MODEL_V1, asRecord: true }),
  ];
  return asked.some((key) => keys.has(key));
}

test.each<[string, Parameters<typeof aRecord>[0]]>([
  ["by number alone", { fullName: "Trần Văn Nam", birthDate: null, sex: null }],
  ["by a number without its zero", { idNumber: "79185001234", fullName: null, birthDate: null }],
  ["by an older number", { idNumber: "024 123 457", fullName: null, birthDate: null }],
  ["by name and date", { idNumber: null, sex: null }],
  ["by a damaged name", { idNumber: null, fullName: "NguyÔn ThÞ Hßa", sex: null }],
  ["by words in another order", { idNumber: null, fullName: "HOA NGUYEN THI", sex: null }],
  ["by a swapped date", { idNumber: null, birthDate: "03/12/1985", sex: null }],
  ["by the year alone", { idNumber: null, birthDate: "1985" }],
  ["by the year alone, without a sex", { idNumber: null, birthDate: "1985", sex: null }],
  ["with another family name", { idNumber: null, fullName: "Trần Thị Hòa" }],
  ["with a slip in the given name", { idNumber: null, fullName: "Nguyễn Thị Hào" }],
  ["with an abbreviation", { idNumber: null, fullName: "Ng. T. Hòa" }],
])("a record meets its person %s", (_, given) => {
  expect(meets(given)).toBe(true);
});

test.each<[string, Parameters<typeof aRecord>[0]]>([
  ["with nothing", { idNumber: null, fullName: null, birthDate: null, sex: null }],
  ["by a number typed to fill the field", { idNumber: "111111111111", fullName: null }],
  ["by name alone", { idNumber: null, birthDate: null }],
  ["by sex and date alone", { idNumber: null, fullName: "Lê Minh An" }],
])("a record does not meet the person %s", (_, given) => {
  expect(meets(given)).toBe(false);
});

test("a person has one key of each kind and at most four by number", () => {
  const old = ["024123451", "024123452", "024123453", "024123454"];
  const keys = personKeys(aPerson({ oldIds: old, address: "18/4 Võ Thị Sáu" }), MODEL_V1);
  expect(keys).toHaveLength(4 + 6);
  expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
});
