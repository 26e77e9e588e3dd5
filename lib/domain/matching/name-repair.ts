import { normaliseName } from "@/lib/domain/records/full-name";
import { isCleanName } from "./clean-name";
import { isToneMisplaced } from "./keystrokes";
import { isKnownWord, isNameWord } from "./known-words";
import { decodeTcvn3, decodeVniWindows } from "./legacy-text";
import { replaceLookalikes } from "./lookalikes";
import { decodeUtf8 } from "./misread-utf8";
import { readToken } from "./name-token";
import { decodeTelex, decodeViqr, decodeVniTyping, holdsViqrSign } from "./raw-typing";
import { wordsOf } from "./syllables";
import type { TextRepair } from "./vocabulary";

/** The text after repair, and what it was damaged by; null when it was left alone. */
export interface RepairedName {
  text: string;
  damage: TextRepair | null;
}

const DECODERS: Readonly<Record<TextRepair, (text: string) => string | null>> = {
  utf8: decodeUtf8,
  tcvn3: decodeTcvn3,
  vni_windows: decodeVniWindows,
  telex: decodeTelex,
  vni_typing: decodeVniTyping,
  viqr: decodeViqr,
};

/** Keystrokes are letters of everyday words too, so there every word must become Vietnamese. */
const TYPING: readonly TextRepair[] = ["telex", "vni_typing", "viqr"];
/** Where two encodings both give syllables, the reading with more words of known names is right. */
const KNOWN_WEIGHT = 100;

/** Signs and letters that no Vietnamese name is written with, but damaged ones are. */
const NOT_VIETNAMESE = /[\u0080-\u00BFÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]|á[º»]/;
/** Without one of these no encoding has been at work, only keys. */
const HIGH = /[\u0080-\u00FF]/;
const CAPITAL_WITHIN_SMALL = /\p{Ll}[À-Ý]/u;
const CAPITALS = /^\p{Lu}+[À-Ý]\p{Lu}*$/u;
const CAPITALS_WITH_SMALL = /^(?=.*[A-Z].*[A-Z])[A-Z]*[à-ý][A-Z]*$/;
/** Text may be damaged twice (UTF-8 read wrongly two times, then typed over). */
const MOST_ROUNDS = 4;

/**
 * Undoes a damaged encoding or raw keystrokes, recognised by how Vietnamese the words become. A name
 * whose words are all such as names are made of is never changed. Idempotent.
 */
export function repairName(text: string, repairs: readonly TextRepair[]): RepairedName {
  if (isCleanName(text)) return { text, damage: null };
  let current = normaliseName(text);
  if (isCleanName(current)) return { text: current, damage: null };
  current = replaceLookalikes(current);
  let damage: TextRepair | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = repairOnce(current, repairs);
    if (!next) break;
    current = next.text;
    damage ??= next.damage;
  }
  return { text: current, damage };
}

function repairOnce(text: string, repairs: readonly TextRepair[]): RepairedName | null {
  const words = wordsOf(text);
  const valid = words.filter((word) => isSettled(word, text)).length;
  if (valid === words.length) return null;
  const possible = HIGH.test(text) ? repairs : repairs.filter((damage) => TYPING.includes(damage));
  let best: RepairedName | null = null;
  let most = valid * KNOWN_WEIGHT + KNOWN_WEIGHT - 1;
  for (const damage of possible) {
    const decoded = DECODERS[damage](text);
    if (decoded === null || decoded === text) continue;
    const tidy = normaliseName(decoded);
    const reached = acceptable(words, tidy, damage);
    if (reached > most) {
      most = reached;
      best = { text: tidy, damage };
    }
  }
  return best;
}

/**
 * How good a reading is: valid words first, then words that are known in names. −1 when decoding
 * spoilt a good word or explains too little.
 */
function acceptable(before: string[], text: string, damage: TextRepair): number {
  const after = wordsOf(text);
  const valid = after.filter((word) => isSettled(word, text) && !isToneMisplaced(word)).length;
  const worth = valid * KNOWN_WEIGHT + Math.min(after.filter(isKnownWord).length, KNOWN_WEIGHT - 1);
  if (valid === after.length) return worth;
  const telling = !TYPING.includes(damage) && before.some((word) => NOT_VIETNAMESE.test(word));
  if (!telling || after.length !== before.length) return -1;
  const spoilt = before.some((word, at) => isSpoilt(word, after[at] ?? ""));
  return spoilt ? -1 : worth;
}

/** A good word became none, or a changed word is still no Vietnamese: other letters, two tones. */
function isSpoilt(before: string, after: string): boolean {
  if (before === after || isNameWord(after)) return false;
  const isOdd = NOT_VIETNAMESE.test(after) || CAPITAL_WITHIN_SMALL.test(after);
  return isNameWord(before) || isOdd || readToken(after).tone.length > 1;
}

/**
 * A word that needs no reading. Not so the words that are Vietnamese by accident: signs of VIQR stand
 * between what would be words by themselves ("Tha'i"), damaged letters are capitals among small ones
 * ("NgÃ", "BÕ Nam"), and the capitals of TCVN3 keep small marked letters ("TRóC").
 */
function isSettled(word: string, text: string): boolean {
  if (!isNameWord(word) || holdsViqrSign(word)) return false;
  const isOdd =
    CAPITAL_WITHIN_SMALL.test(word) ||
    CAPITALS_WITH_SMALL.test(word) ||
    (CAPITALS.test(word) && /\p{Ll}/u.test(text));
  return !isOdd || isKnownWord(word);
}
