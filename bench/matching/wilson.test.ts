import { expect, it } from "vitest";
import { wilsonInterval } from "./wilson";

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score interval.
it.each([
  { of: 81, cases: 263, low: 0.2553, high: 0.3662 },
  { of: 15, cases: 148, low: 0.0624, high: 0.1605 },
  { of: 0, cases: 20, low: 0, high: 0.1611 },
  { of: 1, cases: 29, low: 0.0061, high: 0.1718 },
])("$of of $cases", ({ of, cases, low, high }) => {
  const interval = wilsonInterval(of, cases);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

it("says nothing without a case", () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
