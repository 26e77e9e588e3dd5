import { isNameWord } from "./known-words";

/** What a key does to the word typed so far. */
export type Key =
  | { does: "tone"; mark: string }
  | { does: "clear" }
  | { does: "circumflex"; on: string }
  | { does: "breve" | "horn" | "bar" | "hook" };

export type KeyMap = Readonly<Record<string, Key>>;

interface Typed {
  letters: string[];
  tone: string;
  /** Keys that changed a letter or set a tone. */
  used: number;
}

export interface ReadWord {
  text: string;
  used: number;
}

const CIRCUMFLEX: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };
const HORN: Readonly<Record<string, string>> = { o: "ơ", u: "ư" };
const VOWEL = /[aeiouyăâêôơư]/;

/**
 * Replays the keys of one lower-case word as an input method would have: a tone or a mark may come
 * anywhere after its vowel ("nguyeenx", "nguyexen", "nguyenex"). Keys that do nothing are letters.
 */
export function replay(word: string, keys: KeyMap): ReadWord {
  const typed: Typed = { letters: [], tone: "", used: 0 };
  for (const character of word) {
    const key = keys[character];
    if (key && press(typed, key)) typed.used++;
    else typed.letters.push(character);
  }
  return { text: withTone(settleHorns(typed.letters.join("")), typed.tone), used: typed.used };
}

function press(typed: Typed, key: Key): boolean {
  if (key.does === "tone") return setTone(typed, key.mark);
  if (key.does === "clear") return typed.tone !== "" && setTone(typed, "");
  if (key.does === "circumflex") {
    return change(typed, typed.letters.findLastIndex(isOneOf(key.on)), CIRCUMFLEX);
  }
  return SHAPES[key.does](typed);
}

const SHAPES: Readonly<Record<"breve" | "horn" | "bar" | "hook", (typed: Typed) => boolean>> = {
  breve,
  horn,
  hook: (typed) => horn(typed) || breve(typed) || loneU(typed),
  bar: (typed) => change(typed, typed.letters[0] === "d" ? 0 : -1, { d: "đ" }),
};

function breve(typed: Typed): boolean {
  return change(typed, typed.letters.lastIndexOf("a"), { a: "ă" });
}

function isOneOf(letters: string): (letter: string) => boolean {
  return (letter) => letters.includes(letter);
}

function setTone(typed: Typed, mark: string): boolean {
  if (!typed.letters.some((letter) => VOWEL.test(letter))) return false;
  typed.tone = mark;
  return true;
}

function change(typed: Typed, at: number, to: Readonly<Record<string, string>>): boolean {
  const letter = typed.letters[at];
  const changed = letter === undefined ? undefined : to[letter];
  if (changed === undefined) return false;
  typed.letters[at] = changed;
  return true;
}

/** "uo" takes both horns at once; otherwise the last o or u that has none. The u of "qu" never does. */
function horn(typed: Typed): boolean {
  const word = typed.letters.join("");
  const both = word.search(/(?<!q)uo/);
  if (both >= 0) {
    typed.letters.splice(both, 2, "ư", "ơ");
    return true;
  }
  const at = word.endsWith("uu")
    ? word.length - 2
    : word.search(/(?:o|(?<!q)u)(?!.*(?:o|(?<!q)u))/);
  const isAfterA = word.lastIndexOf("a") > at && word.charAt(at) === "o";
  return !isAfterA && change(typed, at, HORN);
}

/** In Telex a w on its own is ư. */
function loneU(typed: Typed): boolean {
  if (typed.letters.some((letter) => VOWEL.test(letter))) return false;
  typed.letters.push("ư");
  return true;
}

/** "ươ" needs an end ("thuở"), and "ưo" was typed with one horn for two. */
function settleHorns(letters: string): string {
  return letters.replace(/ưo(?=.)/, "ươ").replace(/ươ$/, "uơ");
}

/** Puts a tone where today's spelling sets it; its place does not matter for comparing. */
function withTone(letters: string, tone: string): string {
  if (tone === "") return letters;
  const at = tonePlace(letters);
  return at < 0
    ? letters
    : (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize("NFC");
}

function tonePlace(letters: string): number {
  const marked = letters.search(/[ăâêôơ](?!.*[ăâêôơ])/);
  if (marked >= 0) return marked;
  const skip = /^(qu|gi(?=[aeiouy]))/.exec(letters)?.[0].length ?? 0;
  const vowels = /[aeiouyư]+/.exec(letters.slice(skip));
  if (!vowels) return -1;
  const start = skip + vowels.index;
  const ended = start + vowels[0].length < letters.length;
  return start + (vowels[0].length === 3 || (vowels[0].length === 2 && ended) ? 1 : 0);
}

/**
 * Does a tone stand where neither of the two ways of spelling sets it ("haỉ")? Fonts and input methods
 * never do so; a wrong reading of letters does.
 */
export function isToneMisplaced(word: string): boolean {
  const low = word.toLowerCase();
  const parts = [...low.normalize("NFD")];
  const mark = parts.findIndex((part) => TONE_MARK.test(part));
  if (mark < 0) return false;
  const place = [...parts.slice(0, mark).join("").normalize("NFC")].length - 1;
  const letters = low.normalize("NFD").replace(TONE_MARK, "").normalize("NFC");
  const usual = tonePlace(letters);
  return place !== usual && !isOtherPlace(letters, place);
}

const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/** hoà beside hòa, and quý as qúy, giá as gía. */
function isOtherPlace(letters: string, place: number): boolean {
  if (/(oa|oe|uy)$/.test(letters)) return place === letters.length - 1 || letters.startsWith("qu");
  return /^(qu|gi)/.test(letters) && place === 1;
}

/** The word with its keys replayed; null when it held none, or becomes nothing that names are made of. */
export function readKeys(word: string, keys: KeyMap): ReadWord | null {
  const read = replay(word, keys);
  if (read.used > 0 && isNameWord(read.text)) return read;
  // Names of the Central Highlands end in r and s ("Kbuôr").
  const last = word.slice(-1);
  const rest = replay(word.slice(0, -1), keys);
  const isLetter = /[rs]/.test(last) && rest.used > 0 && isNameWord(rest.text + last);
  return isLetter ? { text: rest.text + last, used: rest.used } : null;
}
