import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_LETTERS, codeFrom, DRAWN, readCode, writtenCode } from "./request-code";

const BYTES = fc.uint8Array({ minLength: DRAWN, maxLength: DRAWN });

describe("a code", () => {
  it("has nothing that looks or sounds like something else", () => {
    expect([..."01ILO"].filter((letter) => CODE_LETTERS.includes(letter))).toEqual([]);
    expect(new Set(CODE_LETTERS).size).toBe(31);
  });

  it("is read again as it is written, with small letters and any gaps", () => {
    fc.assert(
      fc.property(BYTES, (bytes) => {
        const code = codeFrom(bytes);
        expect(code).toHaveLength(DRAWN + 1);
        expect(readCode(writtenCode(code))).toBe(code);
        expect(readCode(` ${writtenCode(code).toLowerCase().replaceAll("-", " ")} `)).toBe(code);
      }),
    );
  });

  it("tells every single wrong character", () => {
    fc.assert(
      fc.property(BYTES, fc.nat(DRAWN), fc.integer({ min: 1, max: 30 }), (bytes, at, shift) => {
        const code = [...codeFrom(bytes)];
        const value = CODE_LETTERS.indexOf(code[at] ?? "");
        code[at] = CODE_LETTERS[(value + shift) % 31] ?? "";
        expect(readCode(code.join(""))).toBeNull();
      }),
    );
  });

  it("tells any two characters that changed places", () => {
    fc.assert(
      fc.property(BYTES, fc.nat(DRAWN), fc.nat(DRAWN), (bytes, a, b) => {
        const code = [...codeFrom(bytes)];
        fc.pre(code[a] !== code[b]);
        [code[a], code[b]] = [code[b] ?? "", code[a] ?? ""];
        expect(readCode(code.join(""))).toBeNull();
      }),
    );
  });

  it("differs for every draw of letters, so that none is met by chance", () => {
    expect(codeFrom([0, 0, 0, 0, 0, 0, 0, 1])).not.toBe(codeFrom([0, 0, 0, 0, 0, 0, 1, 0]));
    expect(writtenCode(codeFrom([0, 1, 2, 3, 4, 5, 6, 7]))).toBe("234-567-894");
  });

  it("is not made of what somebody may not have read", () => {
    expect(["", "234", "234-567-895", "O34-567-894", "234-567-8944"].map(readCode)).toEqual(
      Array(5).fill(null),
    );
  });
});
