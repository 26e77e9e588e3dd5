import { type FieldComparison, IDENTITY_FIELDS, type IdentityField } from "../vocabulary";

/** The level at which each field of a pair agrees. */
export type PatternLevels = Record<IdentityField, string>;

/** What is known about the pairs of a pattern: people confirmed it, or said "not the same". */
export type PairLabel = "match" | "other";

/**
 * How many pairs agree in this way. `band` is the rarity of the person's name in whole bits; `block`
 * is what brought the pairs together (see `passes.ts`). Counts need not be whole.
 */
export interface PatternCount {
  levels: PatternLevels;
  band: number;
  block: string;
  count: number;
  /** The levels that would stand instead if the record's number were the person's own. */
  heard?: Partial<PatternLevels>;
  label?: PairLabel;
}

/** A pair as it is counted. */
export type CountedPair = Omit<PatternCount, "count">;

export function bandOf(bits: number): number {
  return Math.round(bits);
}

export function levelsOf(fields: readonly FieldComparison[]): PatternLevels {
  const levels: Partial<PatternLevels> = {};
  for (const { field, level } of fields) levels[field] = level;
  const missing = IDENTITY_FIELDS.find((field) => levels[field] === undefined);
  if (missing) throw new Error(`no comparison of ${missing}`);
  return levels as PatternLevels;
}

/** Turns pairs into counts: a million pairs become a few thousand patterns. */
export class PatternCounter {
  readonly #counts = new Map<string, PatternCount>();

  add(pair: CountedPair, count = 1): void {
    const key = keyOf(pair);
    const known = this.#counts.get(key);
    if (known) known.count += count;
    else this.#counts.set(key, { ...pair, count });
  }

  /** In an order that does not depend on the order of the pairs. */
  list(): PatternCount[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
  }
}

function keyOf({ levels, band, block, label, heard }: CountedPair): string {
  const parts = IDENTITY_FIELDS.map((field) => `${levels[field]}/${heard?.[field] ?? ""}`);
  return [block, ...parts, band, label ?? ""].join("|");
}
