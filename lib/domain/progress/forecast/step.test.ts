import fc from "fast-check";
import { expect, it } from "vitest";
import { inStep } from "./step";

const amounts = fc.double({ min: 1e-6, max: 1e12, noNaN: true });

it("is off by half a per mille at most", () => {
  fc.assert(
    fc.property(amounts, (minutes) => {
      expect(Math.abs(inStep(minutes) - minutes)).toBeLessThanOrEqual(minutes * 0.0005);
    }),
  );
});

it("gives about a thousand steps from an amount to its double, not more", () => {
  const steps = (from: number) =>
    new Set(Array.from({ length: from }, (_, at) => inStep(from + at))).size;
  expect(steps(100_000)).toBeGreaterThan(1000);
  expect(steps(100_000)).toBeLessThan(1600);
});

it("keeps the order, and what is already in step", () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      expect(inStep(inStep(one))).toBe(inStep(one));
      expect(inStep(Math.min(one, other))).toBeLessThanOrEqual(inStep(Math.max(one, other)));
    }),
  );
});

it("leaves small whole amounts as they are, and nothing nothing", () => {
  const small = Array.from({ length: 2049 }, (_, at) => at);
  expect(small.map(inStep)).toEqual(small);
  expect([inStep(0), inStep(-5)]).toEqual([0, -5]);
});
