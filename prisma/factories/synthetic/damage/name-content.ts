import { nameTables } from "../name-tables";
import { changeWord, type DamageContext, kindsOf, likeFirst } from "./kind";
import { putTone, splitTone, TONE_MARKS, vowelPlace, withoutMarks } from "./letters";

/** Another name stands there, or may: evidence for a person only, never harmless by itself. */
export const NAME_CONTENT = kindsOf("fullName", {
  name_hoi_nga: [5, (name, context) => changeWord(name, swapHoiAndNga, context)],
  name_tone_wrong: [4, (name, context) => changeWord(name, (w) => otherTone(w, context), context)],
  name_mark_wrong: [1.5, (name, context) => changeWord(name, dropMark, context)],
  name_regional: [3, (name, context) => changeWord(name, (w) => regional(w, context), context)],
  name_typo: [4.5, (name, context) => changeWord(name, (w) => mistype(w, context), context)],
  name_other_given: [0.8, otherGiven],
});

const HOI = "\u0309";
const NGA = "\u0303";

function swapHoiAndNga(word: string): string | null {
  const { letters, tone, at } = splitTone(word);
  if (tone !== HOI && tone !== NGA) return null;
  return putTone(letters, tone === HOI ? NGA : HOI, at);
}

function otherTone(word: string, { rng }: DamageContext): string | null {
  const { letters, tone, at } = splitTone(word);
  const place = at >= 0 ? at : vowelPlace(letters);
  if (place < 0) return null;
  const hoiNga = tone === HOI || tone === NGA ? [HOI, NGA] : [tone];
  const others = ["", ...TONE_MARKS].filter((mark) => !hoiNga.includes(mark));
  return putTone(letters, rng.pick(others), place);
}

/** Ân as An, Thư as Thu: the mark is left out, the tone stays. */
function dropMark(word: string): string | null {
  const { letters, tone, at } = splitTone(word);
  const bare = withoutMarks(letters);
  if (bare === letters) return null;
  return tone === "" ? bare : putTone(bare, tone, at);
}

/** Whole names first, then sounds that regions do not tell apart. Each pair works both ways. */
const SURNAMES = "Hoàng Huỳnh,Vũ Võ,Phan Phạm,Phúc Phước,Cảnh Kiểng,Nhật Nhựt,Trường Tràng"
  .split(",")
  .map((pair) => pair.split(" ") as [string, string]);
const ONSETS = "l n,s x,ch tr,d gi,gi r,d r"
  .split(",")
  .map((pair) => pair.split(" ") as [string, string]);
const ENDS = "n ng,t c".split(",").map((pair) => pair.split(" ") as [string, string]);

function regional(word: string, { rng }: DamageContext): string | null {
  const found: string[] = [];
  for (const [one, other] of SURNAMES) {
    if (word === one) return other;
    if (word === other) return one;
  }
  for (const pair of ONSETS) found.push(...swapped(word, pair, "start"));
  for (const pair of ENDS) found.push(...swapped(word, pair, "end"));
  return found.length === 0 ? null : rng.pick(found);
}

/** A pair of sounds exchanged at the start (before a vowel) or at the end of a word. */
function swapped(word: string, pair: [string, string], where: "start" | "end"): string[] {
  const low = word.toLowerCase();
  return [pair, [pair[1], pair[0]] as const].flatMap(([from, to]) => {
    if (where === "end") {
      const ends = low.endsWith(from) && !low.endsWith(`n${to}`) && !/(nh|ch)$/.test(low);
      return ends ? [word.slice(0, -from.length) + to] : [];
    }
    const rest = low.slice(from.length);
    const begins = low.startsWith(from) && !/^[bcdghklmnpqrstvx]/.test(rest) && rest !== "";
    return begins ? [likeFirst(word, to + word.slice(from.length))] : [];
  });
}

const NEIGHBOURS: Record<string, string> = {
  a: "sq",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  g: "fh",
  h: "gj",
  i: "uo",
  k: "jl",
  l: "k",
  m: "n",
  n: "mb",
  o: "ip",
  p: "o",
  q: "w",
  r: "et",
  s: "ad",
  t: "ry",
  u: "yi",
  v: "cb",
  x: "zc",
  y: "tu",
};

/** A letter left out, doubled, exchanged with the next or hit beside. */
function mistype(word: string, { rng }: DamageContext): string | null {
  const letters = [...word];
  if (letters.length < 3) return null;
  const at = 1 + rng.int(letters.length - 1);
  const letter = letters[at] ?? "";
  const before = letters.slice(0, at).join("");
  const after = letters.slice(at + 1).join("");
  switch (rng.int(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + (letters[at + 1] ?? letter) + letter + letters.slice(at + 2).join("");
    default:
      return before + rng.pick([...(NEIGHBOURS[letter] ?? "e")]) + after;
  }
}

function otherGiven(name: string, { rng, resident }: DamageContext): string | null {
  const words = name.split(" ");
  if (words.length < 2) return null;
  return [...words.slice(0, -1), nameTables().given[resident.sex].grown(rng)].join(" ");
}
