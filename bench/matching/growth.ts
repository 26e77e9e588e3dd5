import type { CaseRun } from "./bench-case";
import type { Figure } from "./figure";

/** Cost per record of the larger case over that of the smaller. */
const MOST_GROWTH = 1.2;

/**
 * From end to end, and without the seconds that a run over next to nothing takes: those weigh more in
 * the smaller case and would flatter the first figure.
 */
export function growthFigures(small: CaseRun, large: CaseRun, startSeconds: number): Figure[] {
  const cost = ({ ours, data }: CaseRun, without: number) => (ours.seconds - without) / data.count;
  const grown = (without: number) => cost(large, without) / cost(small, without);
  const limit = { limit: MOST_GROWTH, bound: "most", unit: "×" } as const;
  return [
    { metric: "cost per record, large / small", value: grown(0), ...limit },
    { metric: "– without the time to start", value: grown(startSeconds), ...limit },
    { metric: "time to start", value: startSeconds, unit: "s" },
  ];
}
