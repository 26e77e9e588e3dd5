import { describe, expect, it, test } from "vitest";
import { judgeMerge, type Likened } from "./likeness";

const base: Likened = {
  fullName: "Nguyễn Văn Hùng",
  birthDate: "05/03/1990",
  sex: "male",
  personIds: [],
  carriers: [],
};
const judge = (...wishes: Partial<Likened>[]) =>
  judgeMerge(wishes.map((wish) => ({ ...base, ...wish })));

describe("records that may be one person's", () => {
  it("that say the same need no warning, whatever the case of the name", () => {
    expect(judge({}, { fullName: "NGUYỄN VĂN HÙNG" })).toEqual({ twoPeople: false, warnings: [] });
  });

  test.each<[string, Partial<Likened>]>([
    ["nameLetter", { fullName: "Nguyễn Văn Hưng" }],
    ["nameLetter", { fullName: "Nguyễn Văn Hùn" }],
    ["otherName", { fullName: "Trần Thị Mai" }],
    ["otherBirth", { birthDate: "06/03/1990" }],
    ["otherSex", { sex: "female" }],
  ])("warn of %s", (warning, wish) => {
    expect(judge({}, wish)).toEqual({ twoPeople: false, warnings: [warning] });
  });

  it("that leave a field open say nothing against each other", () => {
    const open = { fullName: null, birthDate: null, sex: null };
    expect(judge({}, open).warnings).toEqual([]);
  });

  it("warn where the registry has two people for their numbers, not where one has both", () => {
    expect(judge({ carriers: ["a"] }, { carriers: ["b"] }).warnings).toEqual(["otherNumbers"]);
    expect(judge({ carriers: ["a", "b"] }, { carriers: ["b"] }).warnings).toEqual([]);
    expect(judge({ carriers: ["a"] }, {}).warnings).toEqual([]);
  });

  it("are two people where two were found, among however many", () => {
    expect(judge({ personIds: ["a"] }, {}, { personIds: ["b"] }).twoPeople).toBe(true);
    expect(judge({ personIds: ["a"] }, {}, { personIds: ["a"] }).twoPeople).toBe(false);
  });
});
