import { clopperPearson, isUpperWithin } from "./intervals";

/** One record whose truth is known: would it be accepted but for the thresholds, and rightly? */
export interface ScoredRecord {
  score: number;
  margin: number;
  /** Everything that automatic acceptance needs besides score and margin is there. */
  eligible: boolean;
  correct: boolean;
}

/** The share of wrong ones among automatic acceptances that must not be exceeded. */
export interface Ceiling {
  wrongShare: number;
  confidence: number;
}

/** Thresholds never go below these: a score must stay above what an open difference can reach. */
export interface ThresholdFloor {
  score: number;
  margin: number;
}

export interface ChosenThresholds {
  acceptScore: number;
  acceptMargin: number;
  judged: number;
  wrong: number;
  lower: number;
  upper: number;
}

/** The margins that are tried, from the least. */
const MARGINS = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];
export const DEFAULT_FLOOR: ThresholdFloor = { score: 0.92, margin: 0.05 };

/**
 * The lowest thresholds with which the upper bound (Clopper–Pearson, two-sided) of the share of wrong
 * acceptances stays at or below the ceiling; null when no thresholds keep it. For each margin the score
 * is lowered from the strictest one that keeps the ceiling, step by step, and stays at the last step
 * before one that breaks it: so the many looks at the same data do not find a lucky gap. Of all margins
 * the one that accepts most is taken.
 */
export function chooseThresholds(
  scored: readonly ScoredRecord[],
  ceiling: Ceiling,
  floor: ThresholdFloor = DEFAULT_FLOOR,
): ChosenThresholds | null {
  const eligible = scored.filter((one) => one.eligible && one.score >= floor.score);
  let best: (AtScore & { acceptMargin: number }) | null = null;
  for (const margin of [floor.margin, ...MARGINS.filter((one) => one > floor.margin)]) {
    const far = eligible.filter((one) => one.margin >= margin);
    const chosen = lowestScore(far, ceiling, floor.score);
    if (chosen && (!best || chosen.judged > best.judged)) {
      best = { ...chosen, acceptMargin: margin };
    }
  }
  return best && { ...best, ...clopperPearson(best.wrong, best.judged, ceiling.confidence) };
}

type AtScore = Pick<ChosenThresholds, "acceptScore" | "judged" | "wrong">;

function lowestScore(
  records: readonly ScoredRecord[],
  ceiling: Ceiling,
  floor: number,
): AtScore | null {
  const steps = stepsOf(records);
  let kept: AtScore | null = null;
  for (const { score, judged, wrong } of steps) {
    const holds = isUpperWithin(wrong, judged, {
      share: ceiling.wrongShare,
      confidence: ceiling.confidence,
    });
    if (kept && !holds) return kept;
    if (holds) kept = { acceptScore: score, judged, wrong };
  }
  // Nothing below was seen to go wrong: the threshold is the floor, not the least score met by chance.
  return kept && { ...kept, acceptScore: floor };
}

/** Scores from the highest, each with how many records reach it and how many of them are wrong. */
function stepsOf(records: readonly ScoredRecord[]) {
  const steps: { score: number; judged: number; wrong: number }[] = [];
  let judged = 0;
  let wrong = 0;
  for (const one of [...records].sort((a, b) => b.score - a.score)) {
    judged++;
    wrong += one.correct ? 0 : 1;
    const last = steps.at(-1);
    if (last && last.score === one.score) Object.assign(last, { judged, wrong });
    else steps.push({ score: one.score, judged, wrong });
  }
  return steps;
}
