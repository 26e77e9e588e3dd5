import { readHamletName, typeAt, wordsOf } from "./hamlet-name";
import { foldUnitName, isMarked } from "./unit-name";

/** Types that begin a name wherever they stand in a text without marks: they mean little else. */
const SURE_UNMARKED = new Set(["to dan pho", "khu pho", "khu dan cu", "thon", "xom", "ap", "khom"]);
/** Of these a text without marks says one only with a number behind it ("to 5", not "to hien thanh"). */
const NEEDS_NUMBER = new Set(["to", "khu", "doi", "ban", "bon", "tieu khu", "khu vuc"]);
/** Words with which a wider unit begins: the name of the narrower one ends before them. */
const WIDER = [
  "xã",
  "phường",
  "thị",
  "huyện",
  "quận",
  "tỉnh",
  "tp",
  "xa",
  "phuong",
  "huyen",
  "quan",
  "tinh",
];
/** What a street or a house begins with. */
const STREET =
  /^(\p{N}|(so|duong|hem|ngo|ngach|kiet|quoc lo|ql|tinh lo|tl|nha|lo|can ho|chung cu)\b)/u;
const MOST_WORDS = 7;

interface Found {
  text: string;
  type: string;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^(\p{N}|[ivx]+$)/iu.test(word);
}

/** A type without marks or a number behind it: whether it is one all the same. */
function stands(type: string, of: { first: boolean; marked: boolean }): boolean {
  // Where the text has marks, a short word without any is something else ("to", "ban").
  if (of.marked) return of.first || type.includes(" ");
  if (NEEDS_NUMBER.has(type)) return false;
  return of.first || SURE_UNMARKED.has(type);
}

/** Of how many words the type is that begins a local unit's name here; 0 where none begins. */
function beginsAt(words: readonly string[], at: number, marked: boolean): number {
  const { type, words: size } = typeAt(words, at);
  if (size === 0 || at + size >= words.length) return 0;
  const said = isMarked(words.slice(at, at + size).join(" ")) || isNumber(words[at + size]);
  return said || stands(type, { first: at === 0, marked }) ? size : 0;
}

function endOf(words: readonly string[], from: number, marked: boolean): number {
  const most = Math.min(words.length, from + MOST_WORDS);
  for (let at = from + 1; at < most; at += 1) {
    const word = (words[at] ?? "").toLowerCase();
    if (WIDER.includes(word) && (!marked || isMarked(word) || word === "tp")) return at;
    if (beginsAt(words, at, marked) > 0) return at;
  }
  return most;
}

function typedIn(part: string): Found[] {
  const words = wordsOf(part);
  const marked = isMarked(part);
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const size = beginsAt(words, at, marked);
    if (size === 0) continue;
    const end = endOf(words, at + size, marked);
    const text = words.slice(at, end).join(" ");
    found.push({ text, type: readHamletName(text).type });
    at = end - 1;
  }
  return found;
}

/**
 * The names of local units that an address may hold, the likeliest first: a thôn, ấp or khu phố before
 * a tổ inside it, the last part before the first, and parts without a type last. As written.
 */
export function hamletNamesIn(address: string): string[] {
  const parts = address
    .normalize("NFC")
    .split(/[,;\n]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const typed = parts.flatMap(typedIn).reverse();
  const plain = parts.filter((part) => typedIn(part).length === 0).reverse();
  const names = [
    ...typed.filter(({ type }) => type !== "to"),
    ...typed.filter(({ type }) => type === "to"),
  ].map(({ text }) => text);
  return [...names, ...plain.filter((part) => !STREET.test(foldUnitName(part)))];
}
