import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { SETTINGS } from "@/lib/domain/units/settings";
import { bandOf, drawOf, isSampled, type Keyed, officerShare, shareOf } from "./sampling";

const RULES = SETTINGS.approvalSampling.standard;
const keyedWith =
  (seed: string): Keyed =>
  (text) =>
    createHmac("sha256", seed).update(text).digest("hex");

const seed = fc.string({ minLength: 1 });
const task = fc.record({ id: fc.uuid(), version: fc.integer({ min: 1, max: 50 }) });

describe("the draw", () => {
  it("is the same whenever it is made again", () => {
    fc.assert(
      fc.property(seed, task, (key, of) => {
        expect(drawOf(of, keyedWith(key))).toBe(drawOf({ ...of }, keyedWith(key)));
      }),
    );
  });

  it("takes none of share 0, all of share 1, and whatever a smaller share takes", () => {
    fc.assert(
      fc.property(seed, task, fc.double({ min: 0, max: 1, noNaN: true }), (key, of, share) => {
        const keyed = keyedWith(key);
        expect(isSampled(of, 0, keyed)).toBe(false);
        expect(isSampled(of, 1, keyed)).toBe(true);
        if (isSampled(of, share / 2, keyed)) expect(isSampled(of, share, keyed)).toBe(true);
      }),
    );
  });

  it("takes the share that was asked for, of whatever ids, versions and seed", () => {
    const share = fc.constantFrom(0.02, 0.05, 0.1, 0.25, 0.5, 0.9);
    const ids = fc.uuid().map((id) => id.slice(0, 24));
    const list = fc.record({ id: ids, version: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(seed, share, list, (key, asked, { id, version }) => {
        const keyed = keyedWith(key);
        const n = 4000;
        // Ids that differ in their last digits only, as those of one list do.
        const taken = Array.from({ length: n }, (_, i) => ({ id: `${id}${i}`, version })).filter(
          (one) => isSampled(one, asked, keyed),
        ).length;
        // Six standard deviations: a fair draw leaves it once in five hundred million times.
        const most = 6 * Math.sqrt((asked * (1 - asked)) / n);
        expect(Math.abs(taken / n - asked)).toBeLessThan(most);
      }),
      { numRuns: 30 },
    );
  });

  it("says nothing without the seed: another one takes others", () => {
    const tasks = Array.from({ length: 2000 }, (_, i) => ({ id: `task-${i}`, version: 3 }));
    const [one, other] = ["a", "b"].map((key) =>
      tasks.map((of) => isSampled(of, 0.5, keyedWith(key))),
    );
    const same = tasks.filter((_, i) => one?.[i] === other?.[i]).length;
    expect(Math.abs(same / tasks.length - 0.5)).toBeLessThan(0.07);
  });

  it("is made anew for each version", () => {
    const draws = Array.from({ length: 100 }, (_, i) =>
      drawOf({ id: "task", version: i }, keyedWith("key")),
    );
    expect(new Set(draws).size).toBe(100);
  });
});

test.each([
  [null, "low"],
  [0, "low"],
  [0.799, "low"],
  [0.8, "middle"],
  [0.919, "middle"],
  [0.92, "high"],
  [1, "high"],
] as const)("a score of %s lies in the band %s", (score, band) => {
  expect(bandOf(score, RULES)).toBe(band);
});

describe("an officer", () => {
  const settled = { passed: 1000, checked: 100, wrong: 2 };
  const high = (standing: typeof settled) => shareOf({ score: 1, standing }, RULES);

  it("who has been here a while and seldom errs is looked at as the band asks", () => {
    expect(officerShare(settled, RULES)).toBe(0);
    expect(high(settled)).toBe(RULES.high);
    expect(shareOf({ score: 0.1, standing: settled }, RULES)).toBe(RULES.low);
  });

  it("who is new is looked at more", () => {
    expect(high({ passed: 0, checked: 0, wrong: 0 })).toBe(RULES.newOfficer);
    expect(high({ ...settled, passed: RULES.newUntil })).toBe(RULES.high);
  });

  it("who errs often is looked at more, once there are enough checks to say so", () => {
    expect(high({ passed: 1000, checked: 4, wrong: 4 })).toBe(RULES.high);
    expect(high({ passed: 1000, checked: 5, wrong: 1 })).toBe(RULES.oftenWrong);
    expect(high({ passed: 1000, checked: 100, wrong: 10 })).toBe(RULES.high);
    expect(high({ passed: 1000, checked: 100, wrong: 11 })).toBe(RULES.oftenWrong);
  });
});
