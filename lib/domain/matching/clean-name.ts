import { isNameWord } from "./known-words";

const SPACE = 0x20;
const LAST = 0x1ef9;

/** 1 for the letters that Vietnamese names are written with in NFC, đ and Đ among them. */
const LETTERS = new Uint8Array(LAST + 1);
for (const letter of "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư") {
  LETTERS[letter.charCodeAt(0)] = 1;
}
for (let code = 0x1ea0; code <= LAST; code++) LETTERS[code] = 1;
for (let code = 0; code < 26; code++) {
  LETTERS[0x41 + code] = 1;
  LETTERS[0x61 + code] = 1;
}

/**
 * Is this a name that nothing has to be done to: Vietnamese letters in NFC, single spaces, and every
 * word one that names are made of? Nearly all names are, so this is what decides how fast names are read.
 */
export function isCleanName(text: string): boolean {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= LAST && LETTERS[code] === 1) continue;
    if (code !== SPACE || at === start || !isNameWord(text.slice(start, at))) return false;
    start = at + 1;
  }
  return start < text.length && isNameWord(text.slice(start));
}
