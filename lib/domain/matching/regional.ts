import { stripMarks } from "@/lib/domain/records/full-name";
import { type NameToken, readToken, toneFreeKey } from "./name-token";

/** Words that are forms of one another by region or by custom, and yet different names in law. */
const GROUPS: readonly (readonly string[])[] = [
  ["hoàng", "huỳnh"],
  ["vũ", "võ"],
  ["phan", "phạm"],
  ["phúc", "phước"],
  ["nhật", "nhựt"],
  ["nhân", "nhơn"],
  ["sinh", "sanh"],
  ["chính", "chánh"],
  ["tính", "tánh"],
  ["lĩnh", "lãnh"],
  ["bảo", "bửu"],
  ["thái", "thới"],
  ["đàm", "đờm"],
  ["tùng", "tòng"],
  ["thịnh", "thạnh"],
  ["cảnh", "kiểng"],
  ["nghĩa", "ngãi"],
  ["quý", "quới"],
  ["nguyên", "ngươn"],
  ["quyền", "quờn"],
  ["dũng", "dõng"],
  ["hồng", "hường"],
  ["trường", "tràng"],
  ["cương", "cang"],
  ["châu", "chu"],
  ["kỳ", "cơ"],
  ["hòa", "huề"],
];

const PAIRS = new Set(pairsOf((word) => toneFreeKey(readToken(word))));
const PLAIN_PAIRS = new Set(pairsOf(stripMarks));

function pairsOf(key: (word: string) => string): string[] {
  return GROUPS.flatMap((group) => {
    const keys = group.map(key);
    return keys.flatMap((a) => keys.filter((b) => b !== a).map((b) => `${a}|${b}`));
  });
}

/** Hoàng/Huỳnh, Vũ/Võ …; without marks when one of the names has none. */
export function isRegionalPair(a: NameToken, b: NameToken, marked: boolean): boolean {
  return marked
    ? PAIRS.has(`${toneFreeKey(a)}|${toneFreeKey(b)}`)
    : PLAIN_PAIRS.has(`${a.plain}|${b.plain}`);
}

/** Spelt by ear: l/n, s/x, ch/tr, d/gi/r, final n/ng, t/c; everything else of the word equal. */
export function soundsAlike(a: NameToken, b: NameToken, marked: boolean): boolean {
  return marked
    ? a.tone === b.tone && earKey(a.letters) === earKey(b.letters)
    : earKey(a.plain) === earKey(b.plain);
}

function earKey(letters: string): string {
  return letters
    .replace(/^(gi(?=[aeouăâêôơư])|gi$|r)/, (onset) => (onset === "gi" ? "di" : "d"))
    .replace(/^di(?=[aeouăâêôơư])/, "d")
    .replace(/^l/, "n")
    .replace(/^x/, "s")
    .replace(/^tr/, "ch")
    .replace(/ng$/, "n")
    .replace(/c$/, "t");
}
