const TONE = "[\\u0300\\u0301\\u0309\\u0303\\u0323]?";
/** A word that ends in oa, oe or uy, where the tone may stand on either vowel. */
const TWO_PLACES = new RegExp(`^(.*?)([ou])(${TONE})([aey])(${TONE})$`, "iu");
const PAIRS = new Set(["oa", "oe", "uy"]);
/** Where i and y are two spellings of one word: Mỹ, Lý, Quý, Kỳ, Hỷ, Sỹ, Tỵ, Vỹ. */
const I_OR_Y = new RegExp(`^(h|k|l|m|s|t|v|qu)([iy])(${TONE})$`, "iu");
const HOI_NGA: Readonly<Record<string, string>> = { "\u0309": "\u0303", "\u0303": "\u0309" };

/** "hòa" (`first`) or "hoà" (`second`) throughout the name; case stays. */
export function placeTones(name: string, place: "first" | "second"): string {
  return eachWord(name, (word) => {
    const found = TWO_PLACES.exec(word);
    if (!found) return word;
    const [, head = "", first = "", a = "", second = "", b = ""] = found;
    if (!PAIRS.has((first + second).toLowerCase()) || /q$/i.test(head)) return word;
    const tone = a + b;
    return place === "first" ? head + first + tone + second : head + first + second + tone;
  });
}

/** "Mĩ" → "Mỹ" (`y`) or the other way round (`i`), in every word where both are written. */
export function writeIOrY(name: string, letter: "i" | "y"): string {
  return eachWord(name, (word) => {
    const found = I_OR_Y.exec(word);
    if (!found) return word;
    const [, head = "", old = "", tone = ""] = found;
    return head + (old === old.toUpperCase() ? letter.toUpperCase() : letter) + tone;
  });
}

/** Hỏi for ngã or ngã for hỏi, in words that only then are words of names: "Dủng" → "Dũng". */
export function mendHoiNga(name: string, isKnown: (word: string) => boolean): string {
  return mendWords(name, isKnown, (word) =>
    word.replace(/[\u0303\u0309]/g, (tone) => HOI_NGA[tone] ?? tone),
  );
}

/** D for Đ, in words that only then are words of names: "Dức" → "Đức". */
export function mendBar(name: string, isKnown: (word: string) => boolean): string {
  return mendWords(name, isKnown, (word) => word.replace(/^D/, "Đ").replace(/^d/, "đ"));
}

function mendWords(
  name: string,
  isKnown: (word: string) => boolean,
  mend: (word: string) => string,
): string {
  return eachWord(name, (word) => {
    const other = mend(word);
    return !isKnown(word) && isKnown(other) ? other : word;
  });
}

/** "NGUYỄN THỊ HÒA" → "Nguyễn Thị Hòa"; a name that has both cases already stays as it is. */
export function titleCase(name: string): string {
  const isMixed = name !== name.toUpperCase() && name !== name.toLowerCase();
  if (isMixed) return name;
  return name.toLowerCase().replace(/(^|[\s'.-])(\p{L})/gu, (_, before, letter) => {
    return before + letter.toUpperCase();
  });
}

function eachWord(name: string, change: (word: string) => string): string {
  return name.normalize("NFD").split(" ").map(change).join(" ").normalize("NFC");
}
