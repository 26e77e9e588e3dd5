import type { FieldComparison, MatchModel } from "./vocabulary";

/** The part of a model that turns points into a score. */
export type Scale = Pick<MatchModel, "prior" | "openFactor">;

/** Points and score of four compared fields. */
export function sumUp(fields: FieldComparison[], model: Scale): { points: number; score: number } {
  const points = Math.round(fields.reduce((sum, field) => sum + field.points, 0) * 10) / 10;
  return { points, score: scoreOf(points, fields, model) };
}

/**
 * The probability that the points stand for, to four decimals. A difference that isn't harmless
 * keeps it under the acceptance threshold, so that the bar on the screen never promises too much.
 */
function scoreOf(points: number, fields: FieldComparison[], model: Scale): number {
  const probability = 1 / (1 + 2 ** -(model.prior + points));
  const open = fields.some((field) => !field.harmless);
  return Math.round(probability * (open ? model.openFactor : 1) * 10_000) / 10_000;
}
