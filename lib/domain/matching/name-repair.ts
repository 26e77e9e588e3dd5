import { normaliseName } from "@/lib/domain/records/full-name";
import { decodeTcvn3, decodeUtf8, decodeVniWindows } from "./legacy-text";
import { GIVEN_BITS, MIDDLE_BITS, SURNAME_BITS } from "./name-frequencies";
import { readToken, toneFreeKey } from "./name-token";
import { decodeTelex, decodeVniTyping } from "./raw-typing";
import { isVietnameseWord, wordsOf } from "./syllables";
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
};

/** Keystrokes are letters of everyday words too, so there every word must become Vietnamese. */
const TYPING: readonly TextRepair[] = ["telex", "vni_typing"];
/** Where two encodings both give syllables, the reading with more words of known names is right. */
const KNOWN_WORDS = new Set(
  [SURNAME_BITS, MIDDLE_BITS, GIVEN_BITS]
    .flatMap(Object.keys)
    .map((w) => toneFreeKey(readToken(w))),
);
const KNOWN_WEIGHT = 100;

/** Signs and letters that no Vietnamese name is written with, but damaged ones are. */
const NOT_VIETNAMESE = /[\u0080-\u00BFÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]|á[º»]/;
/** Text may be damaged twice (UTF-8 read wrongly two times, then typed over). */
const MOST_ROUNDS = 4;

/**
 * Undoes a damaged encoding or raw keystrokes, recognised by how Vietnamese the words become. A name
 * whose words are all Vietnamese syllables is never changed. Idempotent.
 */
export function repairName(text: string, repairs: readonly TextRepair[]): RepairedName {
  let current = normaliseLookalikes(normaliseName(text));
  let damage: TextRepair | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = repairOnce(current, repairs);
    if (!next) break;
    current = next.text;
    damage ??= next.damage;
  }
  return { text: current, damage };
}

/** Eth and African D stand in for Đ where a keyboard lacked it; only beside letters that are fine. */
function normaliseLookalikes(text: string): string {
  if (!/[ÐðƉ]/.test(text)) return text;
  const replaced = text.replace(/[ÐƉ]/g, "Đ").replace(/ð/g, "đ");
  return wordsOf(replaced).every(isVietnameseWord) ? normaliseName(replaced) : text;
}

function repairOnce(text: string, repairs: readonly TextRepair[]): RepairedName | null {
  const words = wordsOf(text);
  const valid = countValid(words);
  if (valid === words.length) return null;
  let best: RepairedName | null = null;
  let most = valid * KNOWN_WEIGHT + KNOWN_WEIGHT - 1;
  for (const damage of repairs) {
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
  const valid = countValid(after);
  const worth = valid * KNOWN_WEIGHT + Math.min(after.filter(isKnown).length, KNOWN_WEIGHT - 1);
  if (valid === after.length) return worth;
  const telling = !TYPING.includes(damage) && before.some((word) => NOT_VIETNAMESE.test(word));
  if (!telling || after.length !== before.length) return -1;
  const spoilt = before.some(
    (word, at) => isVietnameseWord(word) && !isVietnameseWord(after[at] ?? ""),
  );
  return spoilt ? -1 : worth;
}

function isKnown(word: string): boolean {
  return KNOWN_WORDS.has(toneFreeKey(readToken(word)));
}

function countValid(words: string[]): number {
  return words.filter(isVietnameseWord).length;
}
