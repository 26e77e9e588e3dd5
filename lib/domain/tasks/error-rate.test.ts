import fc from "fast-check";
import { expect, it, test } from "vitest";
import { wilson } from "./error-rate";

// R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
test.each([
  [81, 263, [0.2553, 0.3662]],
  [15, 148, [0.0624, 0.1605]],
  [0, 20, [0, 0.1611]],
  [1, 29, [0.0061, 0.1718]],
] as const)("%d wrong of %d", (wrong, checked, [low, high]) => {
  const found = wilson(wrong, checked);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

it("says nothing where nothing was checked", () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

it("lies within 0 and 1, around what was found, and mirrors right and wrong", () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([wrong, checked]) => {
      const { low, high } = wilson(wrong, checked);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(wrong / checked);
      expect(high).toBeGreaterThanOrEqual(wrong / checked);
      expect(wilson(checked - wrong, checked).low).toBeCloseTo(1 - high, 10);
    }),
  );
});
