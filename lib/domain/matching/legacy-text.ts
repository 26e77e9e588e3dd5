import { isKnownWord, isNameWord } from "./known-words";
import { TCVN3_LETTERS, VNI_LETTERS } from "./legacy-encodings";
import { byteOf } from "./misread-utf8";
import { wordsOf } from "./syllables";

/** Signs and letters that no Vietnamese name is written with, but damaged ones are. */
const NOT_VIETNAMESE = /[\u0080-\u00BFÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]|á[º»]/;
/** A letter that is a capital only by accident. */
export const CAPITAL_WITHIN_SMALL = /\p{Ll}[À-Ý]/u;

/** Do the letters themselves tell that an encoding has been at work? */
export function tellsOfEncoding(text: string): boolean {
  return NOT_VIETNAMESE.test(text) || CAPITAL_WITHIN_SMALL.test(text);
}

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
  const words = wordsOf(text).map((word) => (isWhole ? read(word) : readAlone(word, read)));
  const decoded = words.join(" ");
  return decoded === text ? null : decoded;
}

/** "Th" among good words is an abbreviation, not "Thư" without its ư. */
function readAlone(word: string, read: (word: string) => string): string {
  const isRead = !isNameWord(word) && isSingleByte(word) && /[^\p{ASCII}]/u.test(word);
  return isRead ? read(word) : word;
}

/** TCVN3, word by word, with the lost "ư" put back where only that makes a word of names. */
export function decodeTcvn3(text: string): string | null {
  if (readTcvn3Word(text) === text) return null;
  // Where the ư is still there, or nothing tells of TCVN3 ("Võ Th Trinh"), none was lost.
  const mayBeLost = !text.includes("\u00AD") && wordsOf(text).some(isDamaged);
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  return decodeWords(text.replace(CAPITAL_MU, "µ"), (word) => {
    const read = isOneCase ? readAnyCase(word) : readTcvn3Word(word);
    return matchCase(mayBeLost ? restoreHorn(read) : read);
  });
}

/** The capital that programs make of "µ", which is à; of "ß", which is ò, they make SS. */
const CAPITAL_MU = /\u039C/g;

/**
 * A program that made the text capitals or small did so with the letters of cp1252, and gave other
 * letters of TCVN3: "§øc" became "§ØC". The other case is tried where only that is a known word.
 */
function readAnyCase(word: string): string {
  const read = readTcvn3Word(word);
  if (isKnownWord(read)) return read;
  const flipped = word
    .replace("SS", "ß")
    .replace(/[À-ÖØ-Þà-öø-þ]/g, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
  const other = readTcvn3Word(flipped);
  return isKnownWord(other) ? other : read;
}

function isDamaged(word: string): boolean {
  return tellsOfEncoding(word) || (/[^\p{ASCII}]/u.test(word) && !isNameWord(word));
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
  const isBetter = isNameWord(word) ? isKnownWord : isNameWord;
  for (let at = 0; at <= word.length; at++) {
    const tried = `${word.slice(0, at)}ư${word.slice(at)}`;
    if (isBetter(tried)) return tried;
  }
  return word;
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
