import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaBelow, clopperPearson, isUpperWithin } from "./intervals";

describe("Clopper–Pearson against published values", () => {
  // The last three are printed by Newcombe (1998, table I) with four decimals; the others are those
  // of R's binom.test.
  test.each([
    [0, 10, 0, 0.3084971],
    [1, 10, 0.002528579, 0.4450161],
    [5, 10, 0.187086, 0.812914],
    [10, 10, 0.6915029, 1],
    [10, 100, 0.04900469, 0.1762226],
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [1, 29, 0.0009, 0.1776],
  ])("%i of %i", (...row) => {
    const [hits, total, lower, upper] = row;
    const found = clopperPearson(hits, total, 0.95);
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  test("none of n: the closed form 1 − (α/2)^(1/n)", () => {
    for (const total of [3, 50, 6_000, 7_376, 200_000]) {
      const { upper } = clopperPearson(0, total, 0.95);
      expect(upper / (1 - 0.025 ** (1 / total))).toBeCloseTo(1, 9);
    }
  });

  test("7,375 judged without one wrong are just not enough for 0.05 %, 7,376 are", () => {
    expect(clopperPearson(0, 7_375, 0.95).upper).toBeGreaterThan(0.0005);
    expect(clopperPearson(0, 7_376, 0.95).upper).toBeLessThan(0.0005);
  });

  test("nothing judged tells nothing", () => {
    expect(clopperPearson(0, 0, 0.95)).toEqual({ lower: 0, upper: 1 });
  });
});

test("the bounds solve the equations that define them", () => {
  // P(X ≥ hits | lower) and P(X ≤ hits | upper), summed term by term.
  const tailSum = (from: number, to: number, { total, p }: { total: number; p: number }) => {
    let sum = 0;
    for (let k = from; k <= to; k++) {
      let term = 1;
      for (let i = 1; i <= k; i++) term *= ((total - k + i) / i) * p;
      sum += term * (1 - p) ** (total - k);
    }
    return sum;
  };
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0, max: 1 }), (total, at) => {
      const hits = Number.isNaN(at) ? 1 : Math.min(total - 1, Math.max(1, Math.floor(at * total)));
      const { lower, upper } = clopperPearson(hits, total, 0.95);
      expect(tailSum(hits, total, { total, p: lower })).toBeCloseTo(0.025, 8);
      expect(tailSum(0, hits, { total, p: upper })).toBeCloseTo(0.025, 8);
    }),
  );
});

test("the incomplete beta function is symmetric and rises", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      (x, a, b) => {
        expect(betaBelow(x, a, b) + betaBelow(1 - x, b, a)).toBeCloseTo(1, 9);
        expect(betaBelow(Math.min(0.9999, x * 1.01), a, b)).toBeGreaterThanOrEqual(
          betaBelow(x, a, b) - 1e-12,
        );
      },
    ),
  );
});

test("asking whether the bound is within a share is asking for the bound", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.integer({ min: 1, max: 20_000 }), (hits, total) => {
      const few = Math.min(hits, total);
      const { upper } = clopperPearson(few, total, 0.95);
      for (const share of [0.0005, 0.01, 0.5]) {
        expect(isUpperWithin(few, total, { share, confidence: 0.95 })).toBe(upper <= share);
      }
    }),
  );
});
