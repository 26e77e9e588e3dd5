import { z } from "zod";
import type { MatchModel } from "./vocabulary";

const share = z.number().min(0).max(1);

const Calibration = z.object({
  ceiling: share,
  confidence: share,
  judged: z.number().int().nonnegative(),
  wrong: z.number().int().nonnegative(),
  lower: share,
  upper: share,
  source: z.string(),
  date: z.string().optional(),
});

/**
 * What a model's thresholds were measured on: the share of wrong ones among automatic acceptances that
 * must not be exceeded, what was found, and its interval.
 */
export type ModelCalibration = z.output<typeof Calibration>;

/** The calibration that a model carries; null where it has none, as with weights set by hand. */
export function calibrationOf(model: MatchModel): ModelCalibration | null {
  const { calibration } = model as { calibration?: unknown };
  const read = Calibration.safeParse(calibration);
  return read.success ? read.data : null;
}
