import { getLevel } from "../grade";
import type { MatchModel } from "../vocabulary";
import type { OtherChance } from "./chance-of-others";
import { tellingLevels } from "./chances";
import type { Others } from "./others";
import { NEAR_NUMBER_BLOCK, NUMBER_BLOCK } from "./passes";
import type { PatternCount } from "./pattern-count";

export interface NumberCounts {
  patterns: readonly PatternCount[];
  /** The chance that a pattern's pairs are matches, judged by name, date and sex alone. */
  chanceOf: (pattern: PatternCount) => number;
  /** Pairs of different numbers drawn by chance. */
  others: Others;
  /** Record and person both have a usable number: pairs in all. */
  numberPairs: number;
  /** Pairs of near numbers were looked for among one record in so many. */
  nearScale: number;
}

/**
 * Of different people, those who share a number or are one slip apart are far too few to be drawn by
 * chance (relatives' numbers, mistyping into a stranger's). They are what the passes over equal and
 * near numbers leave after taking the matches away. How an agreeing number is written depends on who
 * wrote it and not on whose it is, so the few found are spread over the levels like those of matches.
 */
export function numberChances(
  model: MatchModel,
  counts: NumberCounts,
): Record<string, OtherChance> {
  const agreeing = agreeingOthers(counts);
  const near = nearOthers(model, counts);
  const sampled = counts.others.counts.reduce((sum, one) => sum + one.pairs, 0);
  const entries = tellingLevels(model, "idNumber").map((name): [string, OtherChance] => {
    const found = agreeing.get(name) ?? near.get(name);
    if (found) return [name, chance(found.pairs / counts.numberPairs, found.seen)];
    const own = counts.others.counts.filter((one) => one.level === name);
    const pairs = own.reduce((sum, one) => sum + one.pairs, 0);
    const seen = own.reduce((sum, one) => sum + one.seen, 0);
    return [name, chance(sampled === 0 ? 0 : pairs / sampled, seen)];
  });
  return Object.fromEntries(entries);
}

interface Found {
  pairs: number;
  seen: number;
}

function agreeingOthers({ patterns, chanceOf }: NumberCounts): Map<string, Found> {
  const matches = new Map<string, number>();
  let others = 0;
  for (const pattern of patterns) {
    if (pattern.block !== NUMBER_BLOCK) continue;
    const { idNumber } = pattern.levels;
    const chance = chanceOf(pattern);
    matches.set(idNumber, (matches.get(idNumber) ?? 0) + pattern.count * chance);
    others += pattern.count * (1 - chance);
  }
  const total = [...matches.values()].reduce((sum, count) => sum + count, 0);
  const half = others + 0.5;
  return new Map(
    [...matches].map(([level, count]) => [level, { pairs: (half * count) / total, seen: half }]),
  );
}

/** Near keys also bring some numbers together that are not one slip apart as they are written. */
function nearOthers(
  model: MatchModel,
  { patterns, chanceOf, nearScale }: NumberCounts,
): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const pattern of patterns) {
    const { idNumber } = pattern.levels;
    if (pattern.block !== NEAR_NUMBER_BLOCK) continue;
    if (getLevel(model, "idNumber", idNumber).class !== "typo") continue;
    const others = pattern.count * (1 - chanceOf(pattern));
    const known = found.get(idNumber) ?? { pairs: 0.5 * nearScale, seen: 0.5 };
    found.set(idNumber, {
      pairs: known.pairs + others * nearScale,
      seen: known.seen + others,
    });
  }
  return found;
}

function chance(mean: number, seen: number): OtherChance {
  return { bits: Math.log2(mean), mean, seen };
}
