import { CP1252_HIGH, TCVN3_LETTERS, VNI_LETTERS } from "./legacy-encodings";

/** How names get damaged, for tests: each takes a name in NFC and gives it as it comes in a list. */
export type Damage = (name: string) => string;

const TONES = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/** UTF-8 read as cp1252; the five bytes without a character stay control characters. */
export function misread(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) =>
      byte >= 0x80 && byte < 0xa0 ? CP1252_HIGH.charAt(byte - 0x80) : String.fromCharCode(byte),
    )
    .join("");
}

export function misreadTwice(text: string): string {
  return misread(misread(text));
}

/** Bytes without a character are dropped, and the hard blank has become an ordinary one. */
export function misreadAndLost(text: string): string {
  return misread(text)
    .replace(/[\u0081\u008D\u008F\u0090\u009D\u00AD]/g, "")
    .replace(/\u00A0/g, " ");
}

const reversed = (table: Readonly<Record<string, string>>) =>
  new Map(Object.entries(table).map(([code, letter]) => [letter, code]));
const TCVN3 = reversed(TCVN3_LETTERS);
const VNI = reversed(VNI_LETTERS);

/** Capitals with a tone have no code of their own; the font of capitals draws the small one. */
export const toTcvn3: Damage = (name) =>
  [...name].map((c) => TCVN3.get(c) ?? TCVN3.get(c.toLowerCase()) ?? c).join("");
export const toTcvn3WithoutU: Damage = (name) => toTcvn3(name).replace(/\u00AD/g, "");
export const toVniWindows: Damage = (name) => [...name].map((c) => VNI.get(c) ?? c).join("");

interface Keys {
  marks: Readonly<Record<string, string>>;
  tones: string;
}

const TELEX: Keys = {
  marks: { ă: "aw", â: "aa", ê: "ee", ô: "oo", ơ: "ow", ư: "uw", đ: "dd" },
  tones: "fsrxj",
};
const VNI_KEYS: Keys = {
  marks: { ă: "a8", â: "a6", ê: "e6", ô: "o6", ơ: "o7", ư: "u7", đ: "d9" },
  tones: "21345",
};
const VIQR: Keys = {
  marks: { ă: "a(", â: "a^", ê: "e^", ô: "o^", ơ: "o+", ư: "u+", đ: "dd" },
  tones: "`'?~.",
};

/** Where in a word the keys of tone and marks are typed. */
type Habit = "tone_at_end" | "tone_at_vowel" | "all_at_end";

/** The keys of every word, with the capitals of the name. */
function typed(name: string, keys: Keys, habit: Habit): string {
  return name
    .split(" ")
    .map((word) => likeCase(word, typedWord(word.toLowerCase(), keys, habit)))
    .join(" ");
}

function typedWord(word: string, keys: Keys, habit: Habit): string {
  let tone = "";
  let late = "";
  let text = "";
  for (const letter of word) {
    const parts = letter.normalize("NFD");
    const mark = [...parts].find((part) => TONES.includes(part)) ?? "";
    const bare = parts.replace(mark, "").normalize("NFC");
    const strokes = keys.marks[bare] ?? bare;
    const key = mark === "" ? "" : keys.tones.charAt(TONES.indexOf(mark));
    const isLate = habit === "all_at_end" && strokes.length > 1 && bare !== "đ";
    text += isLate ? strokes.charAt(0) : strokes;
    late += isLate ? strokes.slice(1) : "";
    if (habit === "tone_at_vowel") text += key;
    else tone += key;
  }
  // One key gives both letters of ươ their horn.
  return text + late.replace(/^(ww|77)$/, (twice) => twice.charAt(0)) + tone;
}

function likeCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase()
    ? word.charAt(0).toUpperCase() + word.slice(1)
    : word;
}

/** All the ways of typing, by name. */
export const TYPED: Readonly<Record<string, Damage>> = {
  telex: (name) => typed(name, TELEX, "tone_at_end"),
  telex_at_vowel: (name) => typed(name, TELEX, "tone_at_vowel"),
  telex_all_at_end: (name) => typed(name, TELEX, "all_at_end"),
  vni: (name) => typed(name, VNI_KEYS, "tone_at_end"),
  vni_at_vowel: (name) => typed(name, VNI_KEYS, "tone_at_vowel"),
  vni_all_at_end: (name) => typed(name, VNI_KEYS, "all_at_end"),
  viqr: (name) => typed(name, VIQR, "tone_at_vowel"),
};

/** All the encodings, by name. */
export const ENCODED: Readonly<Record<string, Damage>> = {
  utf8: misread,
  utf8_twice: misreadTwice,
  utf8_lost: misreadAndLost,
  tcvn3: toTcvn3,
  tcvn3_u_lost: toTcvn3WithoutU,
  vni_windows: toVniWindows,
};
