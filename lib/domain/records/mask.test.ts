import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { maskDifference, maskNumber } from "./mask";

describe("a masked number", () => {
  test.each([
    ["079012341234", "0790****1234"],
    ["79012341234", "7901***1234"],
    ["0901234567", "090***4567"],
    ["024123457", "024**3457"],
    ["12345678", "****5678"],
    ["12345", "*2345"],
    ["1234", "****"],
    ["1", "*"],
    ["", ""],
  ])("%s", (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it("is as long as the number and always hides something", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (number) => {
        const masked = maskNumber(number);
        expect(masked).toHaveLength(number.length);
        expect(masked).toContain("*");
      }),
    );
  });
});

describe("a number beside another", () => {
  test.each([
    ["079185001234", "079185001284", "********1234"],
    ["079185001234", "079285001234", "***1****1234"],
    ["079185001234", "079185001234", "********1234"],
    ["79185001234", "079185001234", "7918***1234"],
  ])("%s beside %s", (number, other, masked) => {
    expect(maskDifference(number, other)).toBe(masked);
  });

  it("hides every digit in front that both have", () => {
    const number = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(number, number, (one, other) => {
        const masked = maskDifference(one, other);
        for (const [i, digit] of [...one].slice(0, 8).entries()) {
          expect(masked[i]).toBe(digit === other[i] ? "*" : digit);
        }
      }),
    );
  });
});
