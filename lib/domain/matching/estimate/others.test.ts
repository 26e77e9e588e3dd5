import { expect, test } from "vitest";
import { MODEL_V1 } from "../model";
import { otherChances } from "./chance-of-others";
import { type FitSide, levelOfSides, prepareSide } from "./fit-side";
import { sampleOthers } from "./others";
import { seeded } from "./seeded";

const SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm"];
const MIDDLES = ["Thị", "Ngọc", "Thanh"];
const GIVENS = ["Hoa", "Hòa", "Hoan", "Hạnh", "Lan", "Loan", "Mai", "Minh"];

/** People whose names are close to one another, so that every level can be counted by hand. */
function people(count: number, seed: number): FitSide[] {
  const chance = seeded(seed);
  const pick = <One>(list: readonly One[]) => list[chance.int(list.length)] as One;
  return Array.from({ length: count }, (_, at) => {
    const year = 1980 + chance.int(8);
    const month = String(1 + chance.int(12)).padStart(2, "0");
    const day = String(1 + chance.int(28)).padStart(2, "0");
    const identity = {
      fullName: `${pick(SURNAMES)} ${pick(MIDDLES)} ${pick(GIVENS)}`,
      birthDate: { value: `${year}-${month}-${day}`, precision: "day" as const },
      sex: pick(["male", "female"] as const),
      idNumber: `0790${seed}${String(at).padStart(7, "0")}`,
    };
    return prepareSide(identity, MODEL_V1);
  });
}

const records = people(300, 1);
const persons = people(300, 2);
const SIDES = { records, persons, model: MODEL_V1, effort: 0.2 };
const sampled = sampleOthers(SIDES, seeded(7));

/** Every pair that counts, looked at one by one. */
function countAll(field: "fullName" | "birthDate", counts: (a: FitSide, b: FitSide) => boolean) {
  const levels = new Map<string, number>();
  let total = 0;
  for (const record of records) {
    for (const person of persons) {
      if (!counts(record, person)) continue;
      const level = levelOfSides(field, record, person);
      levels.set(level, (levels.get(level) ?? 0) + 1);
      total++;
    }
  }
  return { levels, total };
}

function expectEqualShares(
  field: "fullName" | "birthDate",
  counts: (a: FitSide, b: FitSide) => boolean,
) {
  const { levels, total } = countAll(field, counts);
  const found = otherChances(MODEL_V1, field, sampled[field]);
  for (const [level, pairs] of levels) {
    const exact = pairs / total;
    expect(Math.abs((found[level]?.mean ?? 0) / exact - 1)).toBeLessThan(pairs > 30 ? 0.1 : 0.5);
  }
}

test("strata put together give the shares of all pairs of names", () => {
  const peers = (a: FitSide, b: FitSide) => {
    const apart = Math.abs(a.year - b.year);
    return a.identity.sex === b.identity.sex && apart >= 2 && apart <= 5;
  };
  expectEqualShares("fullName", peers);
});

test("and of all pairs of dates whose names are far apart", () => {
  expectEqualShares("birthDate", (a, b) => a.given !== b.given && a.initials !== b.initials);
});

test("the same seed gives the same counts", () => {
  const again = sampleOthers(SIDES, seeded(7));
  expect(JSON.stringify(again)).toBe(JSON.stringify(sampled));
});
