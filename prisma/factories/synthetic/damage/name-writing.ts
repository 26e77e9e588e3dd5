import { changeWord, type DamageContext, kindsOf } from "./kind";
import { putTone, splitTone, withoutMarks } from "./letters";

/**
 * Ways of writing the same name: every one of them is harmless and fails a comparison of texts.
 * Weights are high where few names can go wrong so: few have a tone that can move.
 */
export const NAME_WRITING = kindsOf("fullName", {
  name_upper: [5, (name) => name.toUpperCase()],
  name_lower: [1, (name) => name.toLowerCase()],
  name_no_diacritics: [7, (name) => withoutMarks(name)],
  name_no_diacritics_upper: [2.5, (name) => withoutMarks(name).toUpperCase()],
  name_spaces: [2.5, addSpaces],
  name_decomposed: [1.5, (name) => name.normalize("NFD")],
  name_tone_place: [40, moveTone],
  name_i_y: [25, (name, context) => changeWord(name, swapIAndY, context)],
  name_d_bar: [6, (name) => name.replace(/Đ/g, "D").replace(/đ/g, "d")],
  name_apostrophe: [20, changeApostrophe],
  name_abbreviated: [2, abbreviate],
  name_middle_dropped: [3, dropMiddle],
  name_order: [1.2, swapEnds],
});

const ODD_SPACES = ["  ", "\u00A0", " \u200B", "   "];

function addSpaces(name: string, { rng }: DamageContext): string {
  const way = rng.int(4);
  if (way === 0) return `${name} `;
  if (way === 1) return ` ${name}`;
  return name.replace(" ", rng.pick(ODD_SPACES));
}

/** Both ways are taught: hòa and hoà, thúy and thuý. */
const TWO_PLACES = /^[^aeiouy]*(oa|oe|uy)$/i;

function moveTone(name: string, context: DamageContext): string | null {
  return changeWord(name, moveToneOfWord, context);
}

function moveToneOfWord(word: string): string | null {
  const { letters, tone, at } = splitTone(word);
  if (tone === "" || !TWO_PLACES.test(letters) || /^qu/i.test(letters)) return null;
  const last = [...letters].length - 1;
  return putTone(letters, tone, at === last ? last - 1 : last);
}

function swapIAndY(word: string): string | null {
  const { letters, tone, at } = splitTone(word);
  const found = /^([hklmst]|qu)([iy])$/i.exec(letters);
  if (!found) return null;
  const swapped = `${found[1]}${found[2]?.toLowerCase() === "i" ? "y" : "i"}`;
  return tone === "" ? swapped : putTone(swapped, tone, at);
}

function changeApostrophe(name: string, { rng }: DamageContext): string | null {
  if (!name.includes("'")) return null;
  const bare = name.replace(/'\s*/g, "'");
  return bare.replace(/'/g, rng.pick(["", "’", "' ", " ", "`"]));
}

const SHORT: Record<string, string[]> = {
  Nguyễn: ["Ng.", "Ng", "Ngyễn."],
  Trần: ["Tr.", "Tr"],
  Phạm: ["Ph."],
  Thị: ["T.", "Th.", "T", "Th"],
  Văn: ["V.", "V"],
  Đình: ["Đ."],
  Đức: ["Đ."],
  Ngọc: ["Ng."],
  Hoàng: ["H.", "Hg."],
  Huỳnh: ["H.", "Hg."],
};

function abbreviate(name: string, context: DamageContext): string | null {
  return changeWord(name, (word) => (SHORT[word] ? context.rng.pick(SHORT[word]) : null), context);
}

function dropMiddle(name: string, { rng }: DamageContext): string | null {
  const words = name.split(" ");
  if (words.length < 3) return null;
  const drop = 1 + rng.int(words.length - 2);
  return words.filter((_, at) => at !== drop).join(" ");
}

/** "Nguyễn Văn An" as "An Nguyễn Văn" or "An Văn Nguyễn". */
function swapEnds(name: string, { rng }: DamageContext): string | null {
  const words = name.split(" ");
  const last = words.pop();
  if (!last || words.length === 0) return null;
  if (rng.chance(0.6)) return [last, ...words].join(" ");
  const [first = "", ...middle] = words;
  return [last, ...middle, first].join(" ");
}
