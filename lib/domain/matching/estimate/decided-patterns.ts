import { getLevel } from "../grade";
import type { FieldComparison, MatchModel } from "../vocabulary";
import {
  bandOf,
  levelsOf,
  type PairLabel,
  type PatternCount,
  PatternCounter,
} from "./pattern-count";

/** A candidate as it was stored with its points, and what an officer said of it. */
export interface DecidedPair {
  fields: readonly FieldComparison[];
  label: PairLabel;
}

/**
 * Counts of what officers decided, for `refineModel`. `model` is the one by which the pairs were scored:
 * the rarity of a name is read back from its points, so that no name is needed.
 */
export function decidedPatterns(model: MatchModel, decided: Iterable<DecidedPair>): PatternCount[] {
  const counter = new PatternCounter();
  for (const { fields, label } of decided) {
    counter.add({ levels: levelsOf(fields), band: bandIn(model, fields), block: "decided", label });
  }
  return counter.list();
}

/** 0 where the level of the name takes nothing from its rarity. */
function bandIn(model: MatchModel, fields: readonly FieldComparison[]): number {
  const name = fields.find(({ field }) => field === "fullName");
  if (!name) return 0;
  const { weight, share = 0 } = getLevel(model, "fullName", name.level);
  return share === 0 ? 0 : bandOf((name.points - weight) / share);
}
