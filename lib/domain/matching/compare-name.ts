import { editDistance } from "./edit-distance";
import { isNameWord } from "./known-words";
import { orderLevel, shortenedLevel } from "./name-structure";
import { mergedBarKey, mergedToneKey, type NameToken, soundKey, toneFreeKey } from "./name-token";
import { type PreparedName, wordKeyFor } from "./prepared-name";
import { isRegionalPair, soundsAlike } from "./regional";
import { twoCausesLevel } from "./two-causes";

const TYPED: ReadonlySet<string> = new Set(["telex", "vni_typing", "viqr"]);

/** Words of the head of a name that are nobody's name as they stand here: marks were left out. */
const NEVER_UNMARKED = new Set(
  (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh " +
    "thi van"
  ).split(" "),
);

/** The level at which two names agree; see the model for what each is worth. */
export function nameLevel(a: PreparedName | null, b: PreparedName | null): string {
  if (!a || !b) return "missing";
  if (a.raw === b.raw) return "same";
  if (a.compact !== b.compact) return structureLevel(a, b);
  return writingLevel(a, b) ?? markLevel(a, b);
}

/** Same letters and marks, written differently. Null when a mark differs. */
function writingLevel(a: PreparedName, b: PreparedName): string | null {
  const repaired = equalWords(a, b, soundKey);
  const damage = a.damage ?? b.damage;
  if (damage && repaired) return TYPED.has(damage) ? "typing" : "encoding";
  if (a.text === b.text) return "unicode";
  if (a.text.toLowerCase() === b.text.toLowerCase()) return "case";
  if (joined(a) === joined(b)) return "spacing";
  if (equalWords(a, b, toneFreeKey)) return "tone_place";
  return repaired ? "i_y" : null;
}

/** The letters are the same without marks. */
function markLevel(a: PreparedName, b: PreparedName): string {
  if (a.marked !== b.marked)
    return plainLetters(a) === plainLetters(b) ? "unmarked" : "unmarked_i_y";
  if (equalWords(a, b, mergedToneKey)) return "hoi_nga";
  if (equalWords(a, b, mergedBarKey)) return "d_bar";
  return unmarkedLevel(a, b) ?? unmarkedLevel(b, a) ?? "marks";
}

/** Every word of `a` that differs has no mark at all; in the head of a name that is a slip. */
function unmarkedLevel(a: PreparedName, b: PreparedName): string | null {
  if (a.tokens.length !== b.tokens.length) return null;
  const differing = pairs(a, b).filter(([x, y]) => soundKey(x) !== soundKey(y));
  if (!differing.every(([x]) => x.text === x.plain)) return null;
  const last = a.tokens.at(-1);
  const inHead = differing.every(([x]) => x !== last && NEVER_UNMARKED.has(x.plain));
  return inHead ? "head_unmarked" : "partly_unmarked";
}

function structureLevel(a: PreparedName, b: PreparedName): string {
  return (
    shortenedLevel(a, b) ??
    orderLevel(a, b) ??
    regionalLevel(a, b) ??
    typoLevel(a, b) ??
    twoCausesLevel(a, b) ??
    remoteLevel(a, b)
  );
}

function regionalLevel(a: PreparedName, b: PreparedName): string | null {
  if (a.tokens.length !== b.tokens.length) return null;
  const key = wordKeyFor(a, b);
  const marked = a.marked && b.marked;
  const differing = pairs(a, b).filter(([x, y]) => key(x) !== key(y));
  if (differing.every(([x, y]) => isRegionalPair(x, y, marked))) return "regional_name";
  const alike = differing.every(
    ([x, y]) => isRegionalPair(x, y, marked) || soundsAlike(x, y, marked),
  );
  return alike ? "regional_sound" : null;
}

/** One or two slips in all, spread over at most two words, none of which is too short for it. */
function typoLevel(a: PreparedName, b: PreparedName): string | null {
  if (a.tokens.length !== b.tokens.length) {
    return editDistance(a.compact, b.compact) === 1 ? "typo_1" : null;
  }
  const key = wordKeyFor(a, b);
  let slips = 0;
  for (const [x, y] of pairs(a, b)) {
    if (key(x) === key(y)) continue;
    const distance = Math.max(1, editDistance(x.plain, y.plain));
    if (distance > slipsAllowed(x, y) || (distance > 1 && areNames(x, y))) return null;
    slips += distance;
  }
  return slips <= 2 ? `typo_${slips}` : null;
}

/** Two slips do not lead from one name to another: Đặng is no Hoàng. */
function areNames(x: NameToken, y: NameToken): boolean {
  return isNameWord(x.text) && isNameWord(y.text);
}

function slipsAllowed(x: NameToken, y: NameToken): number {
  if (x.plain === y.plain) return 1;
  const length = Math.max(x.plain.length, y.plain.length);
  if (length <= 2) return 0;
  return length <= 4 ? 1 : 2;
}

function remoteLevel(a: PreparedName, b: PreparedName): string {
  const key = wordKeyFor(a, b);
  const last = (name: PreparedName) => name.tokens.at(-1);
  const [x, y] = [last(a), last(b)];
  return x && y && key(x) === key(y) ? "given_only" : "different";
}

function pairs(a: PreparedName, b: PreparedName): [NameToken, NameToken][] {
  return a.tokens.map((token, at) => [token, b.tokens[at] ?? token]);
}

function equalWords(a: PreparedName, b: PreparedName, key: (token: NameToken) => string): boolean {
  return a.tokens.length === b.tokens.length && pairs(a, b).every(([x, y]) => key(x) === key(y));
}

function joined(name: PreparedName): string {
  return name.tokens.map((token) => token.text).join("");
}

function plainLetters(name: PreparedName): string {
  return name.tokens.map((token) => token.plain).join("");
}
