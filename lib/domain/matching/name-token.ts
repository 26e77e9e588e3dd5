import { stripMarks } from "@/lib/domain/records/full-name";

/**
 * One word of a name, lower case. `letters` keep the marks of vowels and đ but not the tone; `tone`
 * is 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng, "" for none, so that its place does not matter; `plain`
 * has no marks at all. `toneFree`, `sound` and `plainSound` are what the keys below give.
 */
export interface NameToken {
  text: string;
  letters: string;
  tone: string;
  plain: string;
  toneFree: string;
  sound: string;
  plainSound: string;
}

const TONES: Readonly<Record<string, string>> = {
  "\u0300": "1",
  "\u0301": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
};

/** A country's names are made of a few thousand words: each is read once. */
const READ = new Map<string, NameToken>();
const MOST_REMEMBERED = 30_000;

/** Reads one word (any case, any Unicode form). */
export function readToken(word: string): NameToken {
  const known = READ.get(word);
  if (known) return known;
  const read = readNew(word);
  if (READ.size < MOST_REMEMBERED) READ.set(word, read);
  return read;
}

function readNew(word: string): NameToken {
  const text = word.normalize("NFC").toLowerCase();
  let tone = "";
  const rest = text.normalize("NFD").replace(/[\u0300\u0301\u0309\u0303\u0323]/g, (mark) => {
    tone += TONES[mark];
    return "";
  });
  const letters = rest.normalize("NFC");
  const plain = stripMarks(text);
  return {
    text,
    letters,
    tone,
    plain,
    toneFree: letters + tone,
    sound: withI(letters) + tone,
    plainSound: withI(plain),
  };
}

/** The same for every place of the tone: "hoà" and "hòa". */
export function toneFreeKey(token: NameToken): string {
  return token.toneFree;
}

/** Also the same for y and i where they sound alike: after one consonant group, at the end (Mỹ, Mĩ). */
export function soundKey(token: NameToken): string {
  return token.sound;
}

/** Without marks, y and i made alike. */
export function plainKey(token: NameToken): string {
  return token.plainSound;
}

function withI(letters: string): string {
  return letters.replace(/^(qu|[^aeiouyăâêôơư]*)y$/, "$1i");
}

/** Also the same for hỏi and ngã. */
export function mergedToneKey(token: NameToken): string {
  return soundKey(token).replace("4", "3");
}

/** Also the same for đ and d. */
export function mergedBarKey(token: NameToken): string {
  return soundKey(token).replace("đ", "d");
}
