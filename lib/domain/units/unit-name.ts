import type { UnitLevel } from "./unit";

/** What a name says, in the forms it may be asked for by. */
export interface NameReading {
  /** x, p, tt, dk (commune); q, h, tx, tp (district); t, tp (province); "" when not said. */
  type: string;
  /** Lower case with its marks, one spelling for tone place, i/y and numbers. */
  marked: string;
  /** The same without marks, spaces and punctuation. */
  folded: string;
}

type Tier = Exclude<UnitLevel, "nation">;

/** Type words in full, then as abbreviated; an abbreviation needs a dot, a space or a digit behind it. */
const TYPES: Record<Tier, [string, RegExp][]> = {
  commune: [
    ["tt", /^(thị trấn\s|thi tran\s|t\.?t[.\s])/],
    ["x", /^(xã\s|xa\s|x[.\s])/],
    ["p", /^(phường\s|phuong\s|p[.\s]|p(?=\d))/],
    ["dk", /^(đặc khu\s|dac khu\s|đk[.\s])/],
  ],
  district: [
    ["tx", /^(thị xã\s|thi xa\s|t\.?x[.\s])/],
    ["tp", /^(thành phố\s|thanh pho\s|t\.?p[.\s])/],
    ["q", /^(quận\s|quan\s|q[.\s]|q(?=\d))/],
    ["h", /^(huyện\s|huyen\s|h[.\s])/],
  ],
  province: [
    ["tp", /^(thành phố\s|thanh pho\s|t\.?p[.\s])/],
    ["t", /^(tỉnh\s|tinh\s|t\.)/],
  ],
};

/**
 * The ways to read a name as written: with its type taken off ("TT. Yên Viên") and, because "Quan Son"
 * without marks may be a type and a name or a name alone, as it stands.
 */
export function readUnitName(text: string, level: Tier): NameReading[] {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u200B-\u200D\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") return [];
  const whole = reading("", plain);
  for (const [type, pattern] of TYPES[level]) {
    const rest = plain.replace(pattern, "").trim();
    if (rest !== plain && rest !== "") return [reading(type, rest), whole];
  }
  return [whole];
}

function reading(type: string, text: string): NameReading {
  const words = text
    .replace(/['‘’ʼ`]\s*/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  const marked = words.map((word, at) => sameNumber(spellOneWay(word), at)).join(" ");
  return { type, marked, folded: foldUnitName(marked).replace(/ /g, "") };
}

const ROMAN: Record<string, string> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5" };

/** "Phường 01" is "Phường 1", and "Hải Châu II" is "Hải Châu 2". */
function sameNumber(word: string, at: number): string {
  if (/^0+\d+$/.test(word)) return word.replace(/^0+(?=\d)/, "");
  return at > 0 ? (ROMAN[word] ?? word) : word;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** hoà and hòa, quý and quí, mỹ and mĩ are one word: the tone moves to the end, a final y becomes i. */
function spellOneWay(word: string): string {
  if (/^[a-z0-9]*[a-x0-9]$/.test(word)) return word;
  const parts = word.normalize("NFD");
  const tone = (parts.match(TONES) ?? []).join("");
  const letters = parts.replace(TONES, "").normalize("NFC");
  return letters.replace(/^(qu|[bcdđghklmnprstvx]+)y$/, "$1i") + tone;
}

/** Lower case, no marks, đ→d, one space between words: how units are stored for search. */
export function foldUnitName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Has a letter with a mark: only such a text says anything about marks. */
export function isMarked(text: string): boolean {
  return /đ|\p{M}/iu.test(text.normalize("NFD"));
}
