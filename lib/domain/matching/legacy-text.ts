import { isKnownWord, isNameWord } from "./known-words";
import { TCVN3_LETTERS, VNI_LETTERS } from "./legacy-encodings";
import { byteOf } from "./misread-utf8";
import { wordsOf } from "./syllables";

/** Sequences of VNI-Windows in any mixture of cases: "AÙ", and "Aù" as some keyboards write it. */
const VNI_ANY_CASE = new Map(
  Object.entries(VNI_LETTERS).flatMap(([sequence, letter]) => {
    const head = sequence.charAt(0) + sequence.slice(1).toLowerCase();
    return [
      [head, letter],
      [sequence, letter],
    ];
  }),
);
const VNI = new RegExp([...VNI_ANY_CASE.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** Legacy fonts hold nothing but cp1252 characters: one letter of Unicode Vietnamese excludes them. */
function isSingleByte(text: string): boolean {
  return [...text].every((character) => byteOf(character) >= 0);
}

/**
 * Reads every word of a text that holds nothing but cp1252 characters. Where somebody has typed some of
 * the words again in Unicode, only words that are no name as they stand are read.
 */
function decodeWords(text: string, read: (word: string) => string): string | null {
  const isWhole = isSingleByte(text);
  const words = wordsOf(text).map((word) =>
    isWhole || (isSingleByte(word) && !isNameWord(word)) ? read(word) : word,
  );
  const decoded = words.join(" ");
  return decoded === text ? null : decoded;
}

/** Letters that no name is written with, or a word with foreign letters that is in nobody's name. */
function isSurelyDamaged(text: string): boolean {
  if (/[\u0080-\u00BF]|\p{Ll}[À-Ý]/u.test(text)) return true;
  return wordsOf(text).some((word) => /[À-ÿ]/.test(word) && !isNameWord(word));
}

/**
 * TCVN3, word by word, with the lost "ư" put back where only that makes a word of names. In a name that
 * shows no other damage ("Võ T Hai") a word without a vowel is an abbreviation and has lost nothing.
 */
export function decodeTcvn3(text: string): string | null {
  if (readTcvn3Word(text) === text) return null;
  const isWhole = text.includes("\u00AD") || !isSurelyDamaged(text);
  return decodeWords(text, (word) => {
    const read = readTcvn3Word(word);
    return matchCase(isWhole ? read : restoreHorn(read));
  });
}

function readTcvn3Word(word: string): string {
  return [...word].map((character) => TCVN3_LETTERS[character] ?? character).join("");
}

/**
 * U+00AD was "ư" and is often stripped: "Tr¬ng" is read "Trơng" and becomes "Trương", "Bëi" is read
 * "Bởi", which is a syllable but in nobody's name, and becomes "Bưởi".
 */
function restoreHorn(word: string): string {
  if (isKnownWord(word) || /['.-]/.test(word)) return word;
  const tried = Array.from(
    { length: word.length + 1 },
    (_, at) => `${word.slice(0, at)}ư${word.slice(at)}`,
  );
  const found = tried.filter(isNameWord(word) ? isKnownWord : isNameWord);
  return found.length === 1 ? (found[0] ?? word) : word;
}

/** Legacy capitals keep small marked letters ("NGUYễN"): where all plain letters are capitals, all are. */
function matchCase(word: string): string {
  return /\p{Lu}/u.test(word.slice(1)) && !/[a-z]/.test(word) ? word.toUpperCase() : word;
}

/** VNI-Windows: a base letter and a mark character, the longest sequence first. */
export function decodeVniWindows(text: string): string | null {
  return decodeWords(text, (word) =>
    word.replace(VNI, (sequence) => VNI_ANY_CASE.get(sequence) ?? sequence),
  );
}
