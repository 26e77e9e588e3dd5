import { expect, test } from "vitest";
import { compareIdentity } from "../compare-identity";
import { CURRENT_MODEL } from "../model";
import { nameBits } from "../name-bits";
import { aPerson, aRecord } from "../people.fixture";
import { prepareName } from "../prepared-name";
import { decidedPatterns } from "./decided-patterns";
import { chanceOf } from "./refine";

const fieldsOf = (record: Parameters<typeof aRecord>[0], name = "Nguyễn Thị Hòa") =>
  compareIdentity(aRecord(record), aPerson({ fullName: name }), CURRENT_MODEL);

test("pairs that agree alike and were decided alike are counted together", () => {
  const fields = fieldsOf({ birthDate: "03/12/1985" });
  const patterns = decidedPatterns(CURRENT_MODEL, [
    { fields, label: "match" },
    { fields, label: "match" },
    { fields, label: "other" },
  ]);
  expect(patterns.map(({ count, label }) => [label, count])).toEqual([
    ["match", 2],
    ["other", 1],
  ]);
  expect(patterns[0]?.levels.birthDate).toBe("swapped");
});

test("the rarity of the name is read back from its points", () => {
  for (const name of ["Nguyễn Thị Hòa", "Quách Ngọc Nhài", "Lê Văn Hùng"]) {
    const prepared = prepareName(name, CURRENT_MODEL);
    const bits = prepared ? nameBits(prepared, CURRENT_MODEL.names) : 0;
    const [pattern] = decidedPatterns(CURRENT_MODEL, [
      { fields: fieldsOf({ fullName: name }, name), label: "match" },
    ]);
    expect(Math.abs((pattern?.band ?? 0) - bits)).toBeLessThanOrEqual(0.6);
  }
});

test("the model gives a pattern the chance that its score says", () => {
  const fields = fieldsOf({ fullName: "Nguyễn Thị Hóa", idNumber: null });
  const points = fields.reduce((sum, field) => sum + field.points, CURRENT_MODEL.prior);
  const [pattern] = decidedPatterns(CURRENT_MODEL, [{ fields, label: "other" }]);
  const found = pattern ? chanceOf(CURRENT_MODEL, pattern) : 0;
  expect(Math.abs(Math.log2(found / (1 - found)) - points)).toBeLessThan(0.4);
});
