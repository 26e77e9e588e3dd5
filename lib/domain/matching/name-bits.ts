import { readToken, toneFreeKey } from "./name-token";
import type { PreparedName } from "./prepared-name";
import type { NameFrequencies } from "./vocabulary";

type Table = Readonly<Record<string, number>>;

/** Tables keyed for every tone place, built once for each table. */
const KEYED = new WeakMap<Table, Map<string, number>>();

function keyed(table: Table): Map<string, number> {
  const known = KEYED.get(table);
  if (known) return known;
  const entries = Object.entries(table);
  const built = new Map(entries.map(([word, bits]) => [toneFreeKey(readToken(word)), bits]));
  KEYED.set(table, built);
  return built;
}

/**
 * How many bits of evidence it is to bear this name: about one for Nguyễn, ten and more for a rare
 * word. The first word is read as the family name, the last as the given name.
 */
export function nameBits(name: PreparedName, names: NameFrequencies): number {
  const last = name.tokens.length - 1;
  let bits = 0;
  for (const [at, token] of name.tokens.entries()) {
    const key = toneFreeKey(token);
    if (at === last) bits += keyed(names.givens).get(key) ?? names.otherGiven;
    else if (at === 0) bits += keyed(names.surnames).get(key) ?? names.otherSurname;
    else bits += keyed(names.middles).get(key) ?? names.otherMiddle;
  }
  return Math.min(bits, names.most);
}
