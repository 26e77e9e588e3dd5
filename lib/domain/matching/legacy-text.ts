import { CP1252_HIGH, TCVN3_LETTERS, VNI_LETTERS } from "./legacy-encodings";
import { isVietnameseWord, wordsOf } from "./syllables";

const BYTES = new Map([...CP1252_HIGH].map((character, index) => [character, 0x80 + index]));
const VNI = new RegExp(
  Object.keys(VNI_LETTERS)
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);

/** UTF-8 that was read as cp1252 or Latin-1, once or more ("Nguyá»…n"); null when it can't be that. */
export function decodeUtf8(text: string): string | null {
  const once = decodeOnce(text);
  return once === null ? null : (decodeUtf8(once) ?? once);
}

function decodeOnce(text: string): string | null {
  if (!/[\u0080-\u00FF]/.test(text)) return null;
  // "à" is C3 A0, and the A0 is easily turned into a space or swallowed at the end; so is the byte
  // 90 of "Đ", which stands for no character.
  const whole = text
    .replace(/Ã(?= |$)/g, "Ã\u00A0")
    .replace(/(?<=á[º»]) /g, "\u00A0")
    .replace(/Ä(?=[a-zA-ZÆáÃ]|$)/g, "Ä\u0090");
  const bytes = [...whole].map(byteOf);
  if (bytes.some((byte) => byte < 0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function byteOf(character: string): number {
  const code = character.codePointAt(0) ?? -1;
  return code < 0x100 ? code : (BYTES.get(character) ?? -1);
}

/** Legacy fonts hold nothing but cp1252 characters: one letter of Unicode Vietnamese excludes them. */
function isSingleByte(text: string): boolean {
  return [...text].every((character) => byteOf(character) >= 0);
}

/** TCVN3, word by word, with the lost "ư" put back where only that makes a syllable. */
export function decodeTcvn3(text: string): string | null {
  if (!isSingleByte(text)) return null;
  const letters = [...text].map((character) => TCVN3_LETTERS[character] ?? character).join("");
  if (letters === text) return null;
  return wordsOf(letters).map(restoreHorn).map(matchCase).join(" ");
}

/** U+00AD was "ư" and is often stripped: "Tr¬ng" is read "Trơng" and becomes "Trương". */
function restoreHorn(word: string): string {
  if (isVietnameseWord(word) || /['.-]/.test(word)) return word;
  const found: string[] = [];
  for (let at = 0; at <= word.length; at++) {
    const tried = `${word.slice(0, at)}ư${word.slice(at)}`;
    if (isVietnameseWord(tried)) found.push(tried);
  }
  return found.length === 1 ? (found[0] ?? word) : word;
}

/** VNI-Windows: a base letter and a mark character, the longest sequence first. */
export function decodeVniWindows(text: string): string | null {
  if (!isSingleByte(text)) return null;
  return text.replace(VNI, (sequence) => VNI_LETTERS[sequence] ?? sequence);
}

/** Legacy capitals keep small marked letters ("NGUYễN"): a word mostly in capitals becomes all so. */
function matchCase(word: string): string {
  return /\p{Lu}/u.test(word.slice(1)) ? word.toUpperCase() : word;
}
