import { normaliseName } from "@/lib/domain/records/full-name";
import { isNameWord } from "./known-words";
import { wordsOf } from "./syllables";

/**
 * Letters that look like those of Vietnamese names but are others, each before the one it stands for:
 * Eth and African D for Đ, a caron for the breve, Cyrillic and Greek letters that mixed keyboards and
 * text recognition bring in, zero for O.
 */
const PAIRS =
  "ÐĐðđƉĐɖđǍĂǎăıi" +
  "АAВBЕEКKМMНHІIОOРPСCТTУYХXаaеeоoрpсcуyхxіiһh" +
  "ΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoαa";

const LOOKALIKES = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) {
  LOOKALIKES.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));
}
const ANY = new RegExp(`[${[...LOOKALIKES.keys()].join("")}]`, "g");
const ZERO = /(?<=\p{L})0(?!\d)|0(?=\p{L})/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;

/**
 * Puts the letter that was meant in the place of one that only looks like it; only where every word
 * becomes one that names are made of, so that a text in legacy letters or another script is left alone.
 */
export function replaceLookalikes(text: string): string {
  const narrow = FULL_WIDTH.test(text) ? text.normalize("NFKC") : text;
  ANY.lastIndex = 0;
  if (!ANY.test(narrow) && !/0/.test(narrow)) return narrow === text ? text : normaliseName(narrow);
  const replaced = narrow
    .normalize("NFD")
    .replace(ANY, (letter) => LOOKALIKES.get(letter) ?? letter)
    .normalize("NFC")
    .replace(ANY, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replace(ZERO, (_, at: number) => (isCapitalAround(narrow, at) ? "O" : "o"));
  return wordsOf(replaced).every(isNameWord) ? normaliseName(replaced) : text;
}

/** A zero is a capital beside capitals: the letter that follows says so, else the one before. */
function isCapitalAround(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return /\p{Lu}/u.test(/\p{L}/u.test(next) ? next : text.charAt(at - 1));
}
