import fc from "fast-check";
import { expect, it, test } from "vitest";
import { exactNumber, readDecimal } from "./exact-number";

test.each([
  ["−2,5", -2.5],
  ["-2.5", -2.5],
  [" 0,92 ", 0.92],
  ["+3", 3],
])("%s is read", (written, value) => {
  expect(readDecimal(written)).toBe(value);
});

test.each(["", "  ", "hai", "1,2,3"])("%o is no number", (written) => {
  expect(readDecimal(written)).toBeNaN();
});

it("comes back as it was, in either language", () => {
  const weight = fc.integer({ min: -40_000_000, max: 40_000_000 }).map((n) => n / 1_000_000);
  fc.assert(
    fc.property(weight, fc.constantFrom("vi" as const, "en" as const), (value, locale) => {
      expect(readDecimal(exactNumber(value, locale))).toBe(value);
    }),
  );
});
