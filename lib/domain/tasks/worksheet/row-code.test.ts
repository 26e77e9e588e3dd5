import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_CHARACTERS, makeRowCode, readRowCode, writeRowCode } from "./row-code";

const bit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const codes = fc.array(bit, { minLength: 6, maxLength: 6 }).map((bits) => {
  const left = [...bits];
  return makeRowCode(() => left.shift() ?? 0);
});
const anyPlace = fc.nat({ max: 6 });
const anyCharacter = fc.constantFrom(...CODE_CHARACTERS);

const isRefused = (text: string) => !readRowCode(text).ok;
const put = (code: string, at: number, character: string) =>
  code.slice(0, at) + character + code.slice(at + 1);

describe("a row code", () => {
  it("uses nothing that is mistaken for something else", () => {
    expect(CODE_CHARACTERS).not.toMatch(/[01OILBDNSUQZJ]/);
    expect(new Set(CODE_CHARACTERS).size).toBe(23);
  });

  it("is read again however it is typed", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const text of [code, writeRowCode(code), ` ${writeRowCode(code).toLowerCase()} `]) {
          expect(readRowCode(text)).toEqual({ ok: true, value: code });
        }
      }),
    );
  });

  it("is refused with any one character wrong", () => {
    fc.assert(
      fc.property(codes, anyPlace, anyCharacter, (code, at, character) => {
        fc.pre(code[at] !== character);
        expect(isRefused(put(code, at, character))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused with any two neighbours exchanged, and any two at all", () => {
    fc.assert(
      fc.property(codes, anyPlace, anyPlace, (code, one, other) => {
        fc.pre(code[one] !== code[other]);
        const swapped = put(put(code, one, code[other] ?? ""), other, code[one] ?? "");
        expect(isRefused(swapped)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused with a character lost or doubled", () => {
    fc.assert(
      fc.property(codes, anyPlace, (code, at) => {
        expect(isRefused(code.slice(0, at) + code.slice(at + 1))).toBe(true);
        expect(isRefused(put(code, at, `${code[at]}${code[at]}`))).toBe(true);
      }),
    );
  });

  it.each([
    ["", { code: "rowCodeMissing" }],
    ["K7R-4PMO", { code: "rowCodeCharacter", params: { character: "O" } }],
    ["K7R", { code: "rowCodeLength", params: { length: 7, found: 3 } }],
  ])("says what is wrong with “%s”", (text, problem) => {
    expect(readRowCode(text)).toEqual({ ok: false, ...problem });
  });
});
