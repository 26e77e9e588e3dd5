import { editDistance } from "./edit-distance";
import { alignNames } from "./name-structure";
import { type NameToken, plainKey } from "./name-token";
import type { PreparedName } from "./prepared-name";
import { isRegionalPair } from "./regional";

type Alike = (a: NameToken, b: NameToken) => boolean;

const samePlain: Alike = (a, b) => plainKey(a) === plainKey(b);
const sameOrRegional: Alike = (a, b) => samePlain(a, b) || isRegionalPair(a, b, false);
const LEAST_LETTERS = 4;
const sameOrSlip: Alike = (a, b) =>
  samePlain(a, b) ||
  (Math.min(a.plain.length, b.plain.length) >= LEAST_LETTERS &&
    editDistance(a.plain, b.plain) === 1);

/**
 * A name that is shortened or turned round and has other marks, a regional form or a slip besides. None
 * of this is ever accepted, but neither is it another name: the level tells the graver of the causes.
 * Null when even so the names do not correspond.
 */
export function twoCausesLevel(a: PreparedName, b: PreparedName): string | null {
  if (alignNames(a.tokens, b.tokens, samePlain)) return "marks";
  if (isTurnedRound(a.tokens, b.tokens) || isTurnedRound(b.tokens, a.tokens)) return "order_other";
  if (alignNames(a.tokens, b.tokens, sameOrRegional)) return "regional_name";
  return alignNames(a.tokens, b.tokens, sameOrSlip) ? "typo_2" : null;
}

/** The given name first ("Hòa Nguyễn Thị"), or both ends exchanged ("Hòa Thị Nguyễn"), and shortened. */
function isTurnedRound(turned: NameToken[], straight: NameToken[]): boolean {
  const [first, last] = [turned[0], turned.at(-1)];
  if (!first || !last || turned.length < 2) return false;
  const given = [...turned.slice(1), first];
  const ends = [last, ...turned.slice(1, -1), first];
  return [given, ends].some((tokens) => alignNames(tokens, straight, samePlain) !== null);
}
