import type { IdentityField, MatchModel } from "../vocabulary";
import { byField, shareOf, tellingLevels } from "./chances";
import type { Others } from "./others";

/**
 * How likely another person agrees at a level: log2 u = `bits` − share × rarity of the name. `mean`
 * is u over all people, `seen` the pairs that were looked at; none means that u is not known yet.
 */
export interface OtherChance {
  bits: number;
  mean: number;
  seen: number;
}

export type OtherChances = Record<IdentityField, Record<string, OtherChance>>;

/** u of every telling level of one field from sampled pairs of different people. */
export function otherChances(
  model: MatchModel,
  field: IdentityField,
  { counts, bands }: Others,
): Record<string, OtherChance> {
  const names = tellingLevels(model, field);
  const telling = counts.filter((one) => names.includes(one.level));
  const silent = counts.filter((one) => !names.includes(one.level));
  const spread = withoutSilent(bands, silent);
  const total = Object.values(spread).reduce((sum, pairs) => sum + pairs, 0);
  const entries = names.map((name): [string, OtherChance] => {
    const own = telling.filter((one) => one.level === name);
    const pairs = own.reduce((sum, one) => sum + one.pairs, 0);
    const seen = own.reduce((sum, one) => sum + one.seen, 0);
    const bits = Math.log2(pairs / discounted(spread, shareOf(model, field, name)));
    return [name, { bits, mean: total === 0 ? 0 : pairs / total, seen }];
  });
  return Object.fromEntries(entries);
}

function withoutSilent(bands: Record<number, number>, silent: Others["counts"]) {
  const left = { ...bands };
  for (const { band, pairs } of silent) left[band] = (left[band] ?? 0) - pairs;
  return left;
}

/** Pairs, each counted as likely as its name is common: Σ pairs × 2^(−share × rarity). */
function discounted(bands: Record<number, number>, share: number): number {
  return Object.entries(bands).reduce(
    (sum, [band, pairs]) => sum + pairs * 2 ** (-share * Number(band)),
    0,
  );
}

/** log2 u of a level for a name of this rarity; `fallback` is taken where no pair was seen. */
export function logChance(
  chances: OtherChances,
  model: MatchModel,
  fallback: (field: IdentityField, level: string) => number,
) {
  return (field: IdentityField, level: string, band: number): number => {
    const chance = chances[field][level];
    const bits = chance && chance.seen > 0 ? chance.bits : fallback(field, level);
    return bits - shareOf(model, field, level) * band;
  };
}

/** Nothing known of any level. */
export function nothingKnown(model: MatchModel): OtherChances {
  return byField((field) =>
    Object.fromEntries(
      tellingLevels(model, field).map((name) => [name, { bits: 0, mean: 0, seen: 0 }]),
    ),
  );
}
