import { foldName, normaliseName } from "./full-name";

/** What somebody looks for: a record's code, the end of a number, or words of a name. */
export type SearchKind = "code" | "digits" | "name";

export type SearchText =
  | { ok: true; kind: SearchKind; terms: string }
  | { ok: false; code: "searchEmpty" | "searchDigits" | "searchLetters" };

const CODE = /^TC[\s.-]*(\d{1,10})$/i;
const NUMBER = /^[\d\s.\-+()]+$/;

/** Fewer digits than these belong to too many people. */
export const FEWEST_DIGITS = 4;
const CODE_DIGITS = 8;

/** Reads what was typed into the one search field; refuses what would find everybody. */
export function readSearchText(typed: string): SearchText {
  const text = normaliseName(typed);
  if (text === "") return { ok: false, code: "searchEmpty" };
  const code = CODE.exec(text)?.[1];
  if (code) return { ok: true, kind: "code", terms: `TC-${code.padStart(CODE_DIGITS, "0")}` };
  if (NUMBER.test(text)) {
    const digits = text.replace(/\D/g, "");
    if (digits.length < FEWEST_DIGITS) return { ok: false, code: "searchDigits" };
    return { ok: true, kind: "digits", terms: digits };
  }
  if (foldName(text).replace(/ /g, "").length < 2) return { ok: false, code: "searchLetters" };
  return { ok: true, kind: "name", terms: text };
}

/** Who types marks means them; who types none looks past them. */
export function hasMarks(text: string): boolean {
  return /[\u0300-\u036Fđ]/.test(text.toLowerCase().normalize("NFD"));
}
