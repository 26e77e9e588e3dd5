import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IDENTITY_FIELDS, type IdentityField } from "../vocabulary";
import { byField, type Chances } from "./chances";
import { type EmInput, estimateByEm } from "./em";
import type { PatternCount, PatternLevels } from "./pattern-count";
import { seeded } from "./seeded";

/** What is to be found again. */
const M: Chances = {
  fullName: { same: 0.88, typo: 0.09, different: 0.03 },
  birthDate: { same: 0.93, near: 0.05, different: 0.02 },
  sex: { same: 0.985, different: 0.015 },
  idNumber: { same: 0.9, different: 0.1 },
};
const U: Chances = {
  fullName: { same: 0.01, typo: 0.04, different: 0.95 },
  birthDate: { same: 0.02, near: 0.08, different: 0.9 },
  sex: { same: 0.5, different: 0.5 },
  idNumber: { same: 0.001, different: 0.999 },
};
const START = byField((field) => evenly(Object.keys(M[field])));
const ALL = { weigh: IDENTITY_FIELDS, learn: IDENTITY_FIELDS };

function evenly([best = "", ...rest]: string[]): Record<string, number> {
  return Object.fromEntries([[best, 0.8], ...rest.map((one) => [one, 0.2 / rest.length])]);
}

function draw(chances: Record<string, number>, next: () => number): string {
  let left = next();
  for (const [level, chance] of Object.entries(chances)) {
    left -= chance;
    if (left < 0) return level;
  }
  return Object.keys(chances).at(-1) ?? "";
}

interface Drawn {
  pairs: number;
  share: number;
  seed: number;
  /** Of the pairs, how many come with what people said. */
  labelled?: number;
}

function simulate({ pairs, share, seed, labelled = 0 }: Drawn): PatternCount[] {
  const chance = seeded(seed);
  return Array.from({ length: pairs }, (_, at) => {
    const isMatch = chance.next() < share;
    const from = isMatch ? M : U;
    const levels = byField((field) => draw(from[field], chance.next)) as PatternLevels;
    const label = isMatch ? ("match" as const) : ("other" as const);
    return { levels, band: 0, block: "any", count: 1, ...(at < labelled ? { label } : {}) };
  });
}

function input(patterns: PatternCount[], change: Partial<EmInput> = {}): EmInput {
  return {
    patterns,
    passes: { any: ALL },
    start: START,
    startShare: 0.5,
    logU: (field, level) => Math.log2(U[field][level] ?? 1),
    alpha: 0.5,
    tolerance: 1e-9,
    mostRounds: 500,
    ...change,
  };
}

describe("what the pairs were drawn with is found again, unlabelled", () => {
  test.each([1, 7, 202, 4711])("seed %i", (seed) => {
    const found = estimateByEm(input(simulate({ pairs: 20_000, share: 0.3, seed })));
    expect(found.converged).toBe(true);
    expect(found.shares.any).toBeCloseTo(0.3, 1.5);
    for (const field of IDENTITY_FIELDS) {
      for (const [level, chance] of Object.entries(M[field])) {
        // Four standard errors of a share among 6,000 matches.
        const error = 4 * Math.sqrt((chance * (1 - chance)) / 6_000) + 0.001;
        expect(Math.abs((found.m[field][level] ?? 0) - chance)).toBeLessThan(error);
      }
    }
  });

  test("whatever the share of matches", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.nat(1e6), (share, seed) => {
        const found = estimateByEm(input(simulate({ pairs: 6_000, share, seed })));
        expect(Math.abs((found.shares.any ?? 0) - share)).toBeLessThan(0.03);
      }),
      { numRuns: 15 },
    );
  });
});

test("the likelihood of the pairs never falls", () => {
  const { logLikelihoods } = estimateByEm(
    input(simulate({ pairs: 5_000, share: 0.2, seed: 3 }), { alpha: 1e-9 }),
  );
  for (const [at, value] of logLikelihoods.entries()) {
    if (at > 0) expect(value).toBeGreaterThanOrEqual((logLikelihoods[at - 1] ?? 0) - 1e-6);
  }
});

test("pairs that were never compared count as others", () => {
  const patterns = simulate({ pairs: 10_000, share: 0.5, seed: 5 });
  const found = estimateByEm(input(patterns, { startShare: 1e-4, pairs: 10_000_000 }));
  const matches = (found.shares.any ?? 0) * 10_000_000;
  expect(matches).toBeGreaterThan(3_500);
  expect(matches).toBeLessThan(5_100);
});

describe("what people decided", () => {
  const doubtful = (count: number, label?: "match" | "other"): PatternCount => ({
    levels: { fullName: "typo", birthDate: "near", sex: "same", idNumber: "different" },
    band: 0,
    block: "any",
    count,
    ...(label ? { label } : {}),
  });
  const rest = simulate({ pairs: 4_000, share: 0.3, seed: 9 });
  const typo = (more: PatternCount) => estimateByEm(input([...rest, more])).m.fullName.typo ?? 0;

  test("confirmed pairs make their levels commoner among matches, refused ones rarer", () => {
    expect(typo(doubtful(300, "match"))).toBeGreaterThan(typo(doubtful(300)) + 0.02);
    expect(typo(doubtful(300, "other"))).toBeLessThan(typo(doubtful(300)));
  });

  test("is taken as it stands: no evidence outweighs it", () => {
    const { m, shares } = estimateByEm(
      input([
        { ...doubtful(50, "other"), levels: allSame() },
        { ...doubtful(50, "match"), levels: allDifferent() },
      ]),
    );
    expect(m.fullName.different).toBeGreaterThan(0.95);
    expect(shares.any).toBeCloseTo(0.5, 3);
  });
});

const allSame = () => byField(() => "same") as PatternLevels;
const allDifferent = () => byField(() => "different") as PatternLevels;

test("a field that a block fixes is neither learned nor weighed there", () => {
  const basic: IdentityField[] = ["fullName", "birthDate", "sex"];
  const patterns = simulate({ pairs: 10_000, share: 0.9, seed: 11 }).map((pattern) => ({
    ...pattern,
    block: "number",
    levels: { ...pattern.levels, idNumber: "same" },
  }));
  const passes = { number: { weigh: basic, learn: basic } };
  const found = estimateByEm(input(patterns, { passes }));
  expect(found.m.idNumber).toEqual(START.idNumber);
  expect(found.shares.number).toBeCloseTo(0.9, 1.5);
});

test("a missing value says nothing", () => {
  const patterns = simulate({ pairs: 8_000, share: 0.4, seed: 13 });
  const half = patterns.map((pattern, at) =>
    at % 2 === 0 ? { ...pattern, levels: { ...pattern.levels, sex: "missing" } } : pattern,
  );
  const { m } = estimateByEm(input(half));
  expect(m.sex.same).toBeCloseTo(0.985, 1.5);
  expect(m.sex.missing).toBeUndefined();
});
