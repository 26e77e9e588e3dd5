/** Marks of Vietnamese letters, as they stand in decomposed text. */
export const TONE_MARKS = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"] as const;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A syllable as letters without a tone, the tone mark ("" for none) and where it stood. */
export function splitTone(word: string): { letters: string; tone: string; at: number } {
  const parts = [...word.normalize("NFD")];
  const mark = parts.findIndex((part) => TONE.test(part));
  if (mark < 0) return { letters: word, tone: "", at: -1 };
  const before = parts.slice(0, mark).join("").normalize("NFC");
  const letters = parts
    .filter((_, index) => index !== mark)
    .join("")
    .normalize("NFC");
  return { letters, tone: parts[mark] ?? "", at: [...before].length - 1 };
}

/** Puts a tone on the letter at a place. */
export function putTone(letters: string, tone: string, at: number): string {
  const parts = [...letters];
  return parts
    .map((letter, index) => (index === at ? letter + tone : letter))
    .join("")
    .normalize("NFC");
}

/** Where a tone may stand: the last vowel with a mark of its own, else the first vowel after the onset. */
export function vowelPlace(letters: string): number {
  const low = [...letters.toLowerCase()];
  const marked = low.findLastIndex((letter) => "ăâêôơư".includes(letter));
  if (marked >= 0) return marked;
  const skip = /^(qu|gi(?=[aeiouy]))/.exec(low.join(""))?.[0].length ?? 0;
  return low.findIndex((letter, at) => at >= skip && "aeiouy".includes(letter));
}

/** Takes every mark off; đ becomes d. */
export function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}
