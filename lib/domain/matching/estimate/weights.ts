import { getLevel } from "../grade";
import type { IdentityField, MatchModel } from "../vocabulary";
import type { OtherChance } from "./chance-of-others";
import { shareOf, tellingLevels } from "./chances";
import { keepOrder, type Uncertain } from "./isotonic";
import { levelOrder } from "./level-order";

/**
 * How far, in bits, a weight of the model before is trusted where the files say little (one standard
 * deviation). It is the distance to the level `same` of its field that is trusted.
 */
export const TRUST_BITS = 2;
const NATS = Math.LN2;

/** What was counted of one field. */
export interface FieldCounts {
  m: Record<string, number>;
  /** Expected matches at each level. */
  seen: Record<string, number>;
  others: Record<string, OtherChance>;
}

/**
 * Weights in bits of one field: log2 m/u, drawn towards the model before as far as the counts are
 * small, and in the order of the levels.
 */
export function weightsOf(
  model: MatchModel,
  field: IdentityField,
  counts: FieldCounts,
): Record<string, number> {
  const [best = ""] = tellingLevels(model, field);
  const anchor = measured(counts, best);
  const shift = anchor ? anchor.value - getLevel(model, field, best).weight : 0;
  const drawn = Object.fromEntries(
    tellingLevels(model, field).map((name) => {
      const known = getLevel(model, field, name).weight + shift;
      return [name, draw(measured(counts, name), known)];
    }),
  );
  return inOrder(model, field, drawn);
}

/**
 * Weights, rounded to a tenth, of which none of a better level is below one of a worse level. For
 * names this holds at the rarity of the commonest name; rarer ones only widen the distances.
 */
export function inOrder(
  model: MatchModel,
  field: IdentityField,
  weights: Readonly<Record<string, Uncertain>>,
): Record<string, number> {
  const common = commonest(model);
  const base = (name: string) => shareOf(model, field, name) * common;
  const points = Object.fromEntries(
    Object.entries(weights).map(([name, one]) => [name, { ...one, value: one.value + base(name) }]),
  );
  const ordered = keepOrder(points, levelOrder(model, field));
  return Object.fromEntries(
    Object.entries(ordered).map(([name, value]) => [name, roundedBits(value - base(name))]),
  );
}

/** Bits of the commonest name of two words. */
function commonest({ names }: MatchModel): number {
  const least = (table: Readonly<Record<string, number>>, other: number) =>
    Object.values(table).reduce((a, b) => Math.min(a, b), other);
  return least(names.surnames, names.otherSurname) + least(names.givens, names.otherGiven);
}

/** log2 m/u as counted, and its precision (delta method: variance 1/matches + 1/others). */
function measured(counts: FieldCounts, level: string): Uncertain | null {
  const other = counts.others[level];
  const m = counts.m[level];
  if (!other || other.seen === 0 || m === undefined) return null;
  const variance = (1 / ((counts.seen[level] ?? 0) + 0.5) + 1 / other.seen) / NATS ** 2;
  return { value: Math.log2(m) - other.bits, precision: 1 / variance };
}

function draw(found: Uncertain | null, known: number): Uncertain {
  const trust = 1 / TRUST_BITS ** 2;
  if (!found) return { value: known, precision: trust };
  const precision = found.precision + trust;
  return { value: (found.value * found.precision + known * trust) / precision, precision };
}

export function roundedBits(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** Three figures are as much as anybody reads. */
export function significant(value: number): number {
  return Number(value.toPrecision(3));
}
