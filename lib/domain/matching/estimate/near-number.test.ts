import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../edit-distance";
import { nearNumberKeys } from "./near-number";

const digits = fc.stringMatching(/^[0-3]{12}$/);

function shareKey(a: string, b: string): boolean {
  const keys = new Set(nearNumberKeys(a));
  return nearNumberKeys(b).some((key) => keys.has(key));
}

test("one slip apart: always together", () => {
  fc.assert(
    fc.property(digits, fc.nat(11), fc.constantFrom("0", "5", "9"), (number, at, digit) => {
      const mistyped = number.slice(0, at) + digit + number.slice(at + 1);
      expect(shareKey(number, mistyped)).toBe(true);
      const exchanged =
        number.slice(0, at) + (number[at + 1] ?? "") + number[at] + number.slice(at + 2);
      expect(shareKey(number, exchanged)).toBe(true);
    }),
  );
});

test("further apart: never together", () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      expect(shareKey(a, b)).toBe(editDistance(a, b) <= 1);
    }),
    { numRuns: 2_000 },
  );
});
