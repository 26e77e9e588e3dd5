import { foldUnitName, isMarked, readUnitName } from "./unit-name";

/** What the name of a thôn, ấp or tổ says: its type, and its own name as folded and with its marks. */
export interface HamletName {
  /** "ap", "khu pho" …; "" when the name says none */
  type: string;
  /** folded, numbers in one form: "3", "lang le" */
  rest: string;
  /** the same with its marks in one spelling: to compare with, not to show */
  marked: string;
}

/** Types of local units as they are written in full, longest first, without and with marks. */
export const HAMLET_TYPES: readonly { folded: string; marked: string }[] = [
  { folded: "to dan pho", marked: "tổ dân phố" },
  { folded: "khu dan cu", marked: "khu dân cư" },
  { folded: "cum dan cu", marked: "cụm dân cư" },
  { folded: "khu pho", marked: "khu phố" },
  { folded: "khu vuc", marked: "khu vực" },
  { folded: "tieu khu", marked: "tiểu khu" },
  { folded: "thon", marked: "thôn" },
  { folded: "xom", marked: "xóm" },
  { folded: "ap", marked: "ấp" },
  { folded: "buon", marked: "buôn" },
  { folded: "ban", marked: "bản" },
  { folded: "lang", marked: "làng" },
  { folded: "khom", marked: "khóm" },
  { folded: "phum", marked: "phum" },
  { folded: "soc", marked: "sóc" },
  { folded: "bon", marked: "bon" },
  { folded: "plei", marked: "plei" },
  { folded: "khu", marked: "khu" },
  { folded: "doi", marked: "đội" },
  { folded: "to", marked: "tổ" },
];

/** Ways to shorten a type that mean nothing else. */
const SHORT: Record<string, string> = {
  kp: "khu pho",
  "k p": "khu pho",
  tdp: "to dan pho",
  "t d p": "to dan pho",
  "to dp": "to dan pho",
  kdc: "khu dan cu",
  kv: "khu vuc",
  tk: "tieu khu",
};

/** Lower case, words apart by one space, a number apart from the letters of its type: "KP5" → "kp 5". */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200D\uFEFF]/g, "")
    .replace(/['‘’ʼ`]\s*/g, "")
    .replace(/^([^\p{N}]*\p{L})(?=\p{N})/u, "$1 ")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether a text written as it is may say this: "lang" may be "làng", "láng" is not. */
function maySay(text: string, { folded, marked }: { folded: string; marked: string }): boolean {
  return text === folded || text === marked;
}

/** The type that begins at a word, and of how many words it is; none: "" of 0. */
export function typeAt(words: readonly string[], at: number): { type: string; words: number } {
  for (let size = Math.min(3, words.length - at); size > 0; size -= 1) {
    const text = words
      .slice(at, at + size)
      .join(" ")
      .toLowerCase();
    const short = SHORT[text];
    if (short) return { type: short, words: size };
    const type = HAMLET_TYPES.find((one) => maySay(text, one));
    if (type) return { type: type.folded, words: size };
  }
  return { type: "", words: 0 };
}

const ROMAN = /^(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})$/;
/** Roman numerals that are a syllable too: only capitals mean the number ("Thôn VI", "Thôn Vi"). */
const SYLLABLES = new Set(["i", "v", "x", "vi", "xi"]);
const VALUE: Record<string, number> = { i: 1, v: 5, x: 10 };

function romanValue(letters: string): number {
  const values = [...letters].map((letter) => VALUE[letter] ?? 0);
  return values.reduce((sum, one, at) => sum + (one < (values[at + 1] ?? 0) ? -one : one), 0);
}

function sameNumber(word: string): string {
  if (/^0+\d/.test(word)) return word.replace(/^0+(?=\d)/, "").toLowerCase();
  const lower = word.toLowerCase();
  const says = ROMAN.test(lower) && (!SYLLABLES.has(lower) || word === word.toUpperCase());
  return says ? String(romanValue(lower)) : lower;
}

/** "3 a" is "3a": a letter behind a number belongs to it. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && /^\d+$/.test(last) && /^[a-zđ]$/.test(word)) joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

function spelled(word: string): string {
  return readUnitName(word, "commune").at(-1)?.marked ?? "";
}

/** Reads the name of a local unit; what is not written of it is empty. */
export function readHamletName(text: string): HamletName {
  const words = wordsOf(text);
  const folded = words.map(foldUnitName);
  const { type, words: size } = typeAt(words, 0);
  // A type alone is the name itself: "Xóm" of a commune that has one.
  const skip = size < words.length ? size : 0;
  // "Tổ dân phố số 7" is number 7.
  const so = skip > 0 && folded[skip] === "so" && /^\d/.test(folded[skip + 1] ?? "") ? 1 : 0;
  const own = joinLetters(words.slice(skip + so).map(sameNumber));
  return {
    type: skip > 0 ? type : "",
    rest: foldUnitName(own.join(" ")),
    marked: own.map(spelled).join(" "),
  };
}

/** One text for all writings of one name: "Ấp 03", "AP 3" and "ấp 3" → "ap 3". Empty for nothing. */
export function foldHamletName(text: string): string {
  const { type, rest } = readHamletName(text);
  return [type, rest].filter(Boolean).join(" ");
}

/**
 * Whether two texts name one local unit. Marks count where both have them: Thôn Đông and Thôn Đồng
 * are two, and "thon dong" may be either.
 */
export function sameHamletName(one: string, other: string): boolean {
  if (foldHamletName(one) !== foldHamletName(other)) return false;
  const [a, b] = [readHamletName(one).marked, readHamletName(other).marked];
  return !isMarked(a) || !isMarked(b) || a === b;
}
