import { isNameWord } from "./known-words";

const SPACE = 0x20;
const LAST = 0x1ef9;

/** Kinds of letters, as bits. */
const [SMALL, CAPITAL, ACCENTED_CAPITAL, UNKNOWN] = [1, 2, 4, 8] as const;
const SUSPECT = SMALL | ACCENTED_CAPITAL;

/** The letters that Vietnamese names are written with in NFC, by kind. */
const LETTERS = new Uint8Array(LAST + 1).fill(UNKNOWN);
const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ";
const TONED = Array.from({ length: LAST - 0x1e9f }, (_, at) => String.fromCharCode(0x1ea0 + at));
for (const letter of LATIN + LATIN.toLowerCase() + TONED.join("")) {
  const code = letter.charCodeAt(0);
  const isCapital = letter !== letter.toLowerCase();
  LETTERS[code] = !isCapital ? SMALL : code < 0x80 || code > 0xff ? CAPITAL : ACCENTED_CAPITAL;
}

/**
 * Is this a name that nothing has to be done to: Vietnamese letters in NFC, single spaces, and every
 * word one that names are made of? Nearly all names are, so this is what decides how fast names are
 * read.
 */
export function isCleanName(text: string): boolean {
  if (!isCleanlySpelt(text)) return false;
  let start = 0;
  for (let end = text.indexOf(" "); end >= 0; end = text.indexOf(" ", start)) {
    if (end === start || !isNameWord(text.slice(start, end))) return false;
    start = end + 1;
  }
  return start < text.length && isNameWord(text.slice(start));
}

/** Accented capitals among small letters ("NgÃ", "BÕ Nam") are what damaged letters look like. */
function isCleanlySpelt(text: string): boolean {
  let before = 0;
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code === SPACE ? 0 : (LETTERS[code] ?? UNKNOWN);
    if (kind === ACCENTED_CAPITAL) found |= before === 0 ? CAPITAL : ACCENTED_CAPITAL;
    else found |= kind;
    before = kind;
  }
  return found < UNKNOWN && (found & SUSPECT) !== SUSPECT;
}
