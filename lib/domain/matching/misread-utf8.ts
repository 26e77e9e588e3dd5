import { isKnownWord, isNameWord } from "./known-words";
import { CP1252_HIGH } from "./legacy-encodings";
import { wordsOf } from "./syllables";

const BYTES = new Map([...CP1252_HIGH].map((character, index) => [character, 0x80 + index]));

/** The byte that a character stands for in cp1252 (or Latin-1); −1 when it has none. */
export function byteOf(character: string): number {
  const code = character.codePointAt(0) ?? -1;
  return code < 0x100 ? code : (BYTES.get(character) ?? -1);
}

/**
 * UTF-8 that was read as cp1252 or Latin-1, once or more ("Nguyá»…n"), also where a byte was lost on
 * the way; null when it can't be that.
 */
export function decodeUtf8(text: string): string | null {
  const once = decodeOnce(text);
  if (once === null || isName(once)) return once;
  return decodeUtf8(once) ?? once;
}

function decodeOnce(text: string): string | null {
  if (!/[\u0080-\u00FF]/.test(text)) return null;
  return decodeStrictly(text) ?? decodeLost(text);
}

function decodeStrictly(text: string): string | null {
  const bytes = [...text].map(byteOf);
  if (bytes.some((byte) => byte < 0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** What is left of a letter: its head, and a blank or quotation mark that may have been its last byte. */
const LETTER = new RegExp(`(á[º»]|â€|[ÂÃÄÅÆ])([\u0080-\u00BF${CP1252_HIGH} '"]|)`, "gu");
/**
 * What a letter may be whose last byte is gone: the bytes 81, 8D, 8F, 90 and 9D stand for no character,
 * A0 is a blank and AD the soft hyphen, and 91 to 94 are quotation marks that programs straighten.
 */
const LOST: Readonly<Record<string, string>> = {
  "á»": "ềọỏốờởửỐỠ",
  áº: "ậẠ",
  Ã: "àíýÁÍÝ",
  Ä: "Đđ",
  Æ: "Ơ",
  // Heads of text that was misread twice.
  Å: "Š",
  Â: "\u00A0",
  "â€": "†”",
};
const STRAIGHTENED: Readonly<Record<string, string>> = {
  "á»'": "ốỒ",
  'á»"': "ồỔ",
  "Ä'": "đ",
};
const MOST_READINGS = 500;

/** Letters that are whole are read, and for the others the letters are tried that make words of names. */
function decodeLost(text: string): string | null {
  if (!/á[º»]|[ÃÄÆ]/.test(text)) return null;
  let readings = [""];
  let done = 0;
  for (const found of text.matchAll(LETTER)) {
    const before = text.slice(done, found.index);
    const options = optionsFor(found[1] ?? "", found[2] ?? "");
    if (options.length === 0) return null;
    readings = readings.flatMap((start) =>
      options.map((option) => start + before + option).filter(isCaseLikely),
    );
    if (readings.length > MOST_READINGS) return null;
    done = found.index + found[0].length;
  }
  return onlyBest(readings.map((start) => start + text.slice(done)));
}

/** Small letters and capitals mix at the start of a word only. */
function isCaseLikely(text: string): boolean {
  return !/\p{Ll}\p{Lu}$|\p{Lu}{2}\p{Ll}$/u.test(text);
}

function optionsFor(head: string, next: string): string[] {
  const whole = next === "" || next === " " ? null : decodeStrictly(head + next);
  if (whole !== null) return [whole];
  const straightened = STRAIGHTENED[head + next];
  if (straightened) return [...straightened];
  const lost = [...(LOST[head] ?? "")];
  // The blank is the letter's own last byte, or the end of the word, or both came together as one.
  return next === " "
    ? lost.flatMap((letter) => [letter, `${letter} `])
    : lost.map((l) => l + next);
}

/** The reading that is most like a name; null when another is as good: nobody is to be guessed. */
function onlyBest(readings: string[]): string | null {
  const whole = readings.map((reading) =>
    isName(reading) ? reading : (decodeUtf8(reading) ?? reading),
  );
  const costs = whole.map(strangeness);
  const least = Math.min(...costs);
  const best = whole.filter((_, at) => costs[at] === least);
  const different = new Set(best.map((reading) => reading.toLowerCase()));
  return different.size === 1 ? (best[0] ?? null) : null;
}

function isName(text: string): boolean {
  return wordsOf(text).every(isNameWord);
}

function strangeness(text: string): number {
  const words = wordsOf(text);
  const strange = words.filter((word) => !isNameWord(word)).length;
  const unknown = words.filter((word) => !isKnownWord(word)).length;
  const mixed = words.filter((word) => /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word)).length;
  const small = words.filter((word) => /\p{Ll}/u.test(word)).length;
  const capitals = words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length;
  return (strange + mixed + Math.min(small, capitals)) * 100 + unknown;
}
