import type { NameToken } from "./name-token";
import { type PreparedName, wordKeyFor } from "./prepared-name";

/** Words that are so common in the middle of names that people leave them out. */
const COMMON_MIDDLES = new Set(["thi", "van"]);

interface Alignment {
  abbreviated: number[];
  dropped: NameToken[];
}

/**
 * Levels of a shortened name: `abbreviated`, `abbreviated_given`, `middle_dropped` (Thị, Văn),
 * `middle_dropped_other`; null when neither name is a shortening of the other.
 */
export function shortenedLevel(a: PreparedName, b: PreparedName): string | null {
  const key = wordKeyFor(a, b);
  const alignment = alignNames(a.tokens, b.tokens, (x, y) => key(x) === key(y));
  if (!alignment) return null;
  const { abbreviated, dropped } = alignment;
  if (abbreviated.includes(Math.min(a.tokens.length, b.tokens.length) - 1)) {
    return "abbreviated_given";
  }
  if (dropped.some((token) => !COMMON_MIDDLES.has(token.plain))) return "middle_dropped_other";
  return abbreviated.length > 0 ? "abbreviated" : "middle_dropped";
}

/** When two words count as one and the same. */
type Alike = (a: NameToken, b: NameToken) => boolean;

/**
 * The shorter name laid along the longer: first and last words must correspond, words between may be
 * missing from the shorter. Null when they can't be laid so.
 */
export function alignNames(a: NameToken[], b: NameToken[], alike: Alike): Alignment | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return null;
  const [head, tail, longHead, longTail] = [short[0], short.at(-1), long[0], long.at(-1)];
  if (!corresponds(head, longHead, alike) || !corresponds(tail, longTail, alike)) return null;
  const middles = matchMiddles(short.slice(1, -1), long.slice(1, -1), alike);
  if (!middles) return null;
  const matched = [longHead, ...middles.matched, longTail];
  const abbreviated = short.flatMap((token, at) => {
    const other = matched[at];
    return other && !alike(token, other) ? [at] : [];
  });
  return { abbreviated, dropped: middles.dropped };
}

/** Finds the shorter row of words within the longer, in order; the others are dropped. */
function matchMiddles(short: NameToken[], long: NameToken[], alike: Alike) {
  const matched: NameToken[] = [];
  const dropped: NameToken[] = [];
  for (const token of long) {
    if (corresponds(short[matched.length], token, alike)) matched.push(token);
    else dropped.push(token);
  }
  return matched.length === short.length ? { matched, dropped } : null;
}

function corresponds(a: NameToken | undefined, b: NameToken | undefined, alike: Alike): boolean {
  if (!a || !b) return false;
  return alike(a, b) || isAbbreviation(a, b) || isAbbreviation(b, a);
}

/**
 * "Ng", "Tr", "Đ", "V": the head of the other word, without a vowel or a single letter; "Hg", "Ngn": its
 * consonants from the first to the last.
 */
function isAbbreviation(short: NameToken, long: NameToken): boolean {
  if (short.plain.length >= long.plain.length) return false;
  if (long.plain.startsWith(short.plain) && short.plain.length === 1) return true;
  if (/[aeiouy]/.test(short.plain)) return false;
  return long.plain.startsWith(short.plain) || isFrame(short.plain, long.plain);
}

/** The letters stand in the other word in this order, the first and the last in the same places. */
function isFrame(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/**
 * `order` when the same words stand with the family name at the other end, `order_other` in any
 * other order; null when the words are not the same.
 */
export function orderLevel(a: PreparedName, b: PreparedName): string | null {
  if (a.tokens.length !== b.tokens.length || a.tokens.length < 2) return null;
  const key = wordKeyFor(a, b);
  const wordsA = a.tokens.map(key);
  const wordsB = b.tokens.map(key);
  if ([...wordsA].sort().join(" ") !== [...wordsB].sort().join(" ")) return null;
  const moved = wordsA[0] === wordsB.at(-1) || wordsA.at(-1) === wordsB[0];
  return moved ? "order" : "order_other";
}
