import { type KeyMap, type ReadWord, readKeys } from "./keystrokes";
import { isKnownWord, isNameWord } from "./known-words";
import { wordsOf } from "./syllables";

const [HUYEN, SAC, HOI, NGA, NANG] = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"] as const;
const tone = (mark: string) => ({ does: "tone", mark }) as const;
const circumflex = (on: string) => ({ does: "circumflex", on }) as const;

const TELEX: KeyMap = {
  f: tone(HUYEN),
  s: tone(SAC),
  r: tone(HOI),
  x: tone(NGA),
  j: tone(NANG),
  z: { does: "clear" },
  a: circumflex("a"),
  e: circumflex("e"),
  o: circumflex("o"),
  w: { does: "hook" },
  d: { does: "bar" },
};

const VNI: KeyMap = {
  "1": tone(SAC),
  "2": tone(HUYEN),
  "3": tone(HOI),
  "4": tone(NGA),
  "5": tone(NANG),
  "0": { does: "clear" },
  "6": circumflex("aeo"),
  "7": { does: "horn" },
  "8": { does: "breve" },
  "9": { does: "bar" },
};

/** RFC 1456; the star is a common stand-in for the plus. */
const VIQR: KeyMap = {
  "'": tone(SAC),
  "`": tone(HUYEN),
  "?": tone(HOI),
  "~": tone(NGA),
  ".": tone(NANG),
  "^": circumflex("aeo"),
  "(": { does: "breve" },
  "+": { does: "horn" },
  "*": { does: "horn" },
  d: { does: "bar" },
};

/**
 * Signs that nobody types into a name but for a mark. Dots and apostrophes have other uses, except
 * within a syllable ("Tha.ch", "Pha't").
 */
const VIQR_SIGN = /[aeiouy][\^(+*~?`]|[a-z][aeiouy]['.][a-z]|dd/i;

/** Keystrokes of Telex that were never turned into letters ("Nguyeenx Vawn Ddwcs"). */
export function decodeTelex(text: string): string | null {
  const words = wordsOf(text).map((word) => readWord(word, TELEX));
  return isEnough(words, isLoneKeyTelling) ? join(words) : null;
}

/** Keystrokes of VNI ("Nguye6n4 Va8n D9u7c1"). */
export function decodeVniTyping(text: string): string | null {
  if (!/\d/.test(text)) return null;
  const words = wordsOf(text).map((word) => readWord(word, VNI));
  return isEnough(words, (only, all) => !isNumbered(only, all) && isLoneKeyTelling(only, all))
    ? join(words)
    : null;
}

/** A digit behind the last word tells two people of one name apart: "Nguyễn Thị Hoa 2", "Hoa2". */
function isNumbered(word: WordReading, all: readonly WordReading[]): boolean {
  return word === all.at(-1) && /\d$/.test(word.before);
}

/** VIQR, Vietnamese in ASCII signs ("Nguye^~n Va(n DDu+'c"). */
export function decodeViqr(text: string): string | null {
  if (!VIQR_SIGN.test(text)) return null;
  const words = wordsOf(text).map((word) => readWord(word, VIQR));
  return isEnough(words, isLoneKeyTelling) ? join(words) : null;
}

/** Could this word hold a sign of VIQR, though its parts are words as well ("Tha'i", "Ha`")? */
export function holdsViqrSign(text: string): boolean {
  return VIQR_SIGN.test(text);
}

interface WordReading {
  before: string;
  read: ReadWord | null;
}

function readWord(before: string, keys: KeyMap): WordReading {
  const plain = before.toLowerCase();
  return { before, read: readKeys(plain, keys) };
}

type LoneKeyRule = (only: WordReading, all: readonly WordReading[]) => boolean;

/**
 * Keys are letters of everyday words and of foreign names too ("Max", "Lee"), so every word must end
 * as Vietnamese, and one key alone proves nothing by itself.
 */
function isEnough(words: readonly WordReading[], isTelling: LoneKeyRule): boolean {
  if (!words.every(({ before, read }) => read !== null || isNameWord(before))) return false;
  const changed = words.filter(({ read }) => read !== null);
  if (!changed.some(({ read }) => isKnownWord(read?.text ?? ""))) return false;
  const keys = changed.reduce((sum, { read }) => sum + (read?.used ?? 0), 0);
  const [only] = changed;
  if (!only) return false;
  return keys > 1 ? isPlausible(changed) : isTelling(only, words);
}

/** Where only single keys were found, two of the words they give, or all, must be known in names. */
function isPlausible(changed: readonly WordReading[]): boolean {
  if (changed.some(({ read }) => (read?.used ?? 0) > 1)) return true;
  const known = changed.filter(({ read }) => isKnownWord(read?.text ?? "")).length;
  return known > 1 || known === changed.length;
}

/** One key in the whole name: it counts where the rest is a known name as it stands. */
function isLoneKeyTelling(only: WordReading, all: readonly WordReading[]): boolean {
  const others = all.filter((word) => word !== only).map(({ before }) => before);
  return (
    others.some((word) => word.length > 1) &&
    others.every((word) => isKnownWord(word) || word.endsWith("'"))
  );
}

function join(words: readonly WordReading[]): string {
  return words.map(({ before, read }) => (read ? likeCase(before, read.text) : before)).join(" ");
}

function likeCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
