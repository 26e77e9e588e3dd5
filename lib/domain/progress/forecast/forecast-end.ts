import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter } from "./ahead";
import { futuresOf } from "./futures";
import { type ForecastInput, SHARE } from "./input";
import { hasFewWeeks, type PlainEnd, plainEnd } from "./plain";

/** Change points of own weeks, drawn into the future. */
export const METHOD = "changePoints";

/** What an end rests on. */
interface Basis {
  /** own weeks that were looked at */
  weeks: number;
  /** minutes of a full working day now, and minutes newly come in a calendar day */
  perDay: number;
  addedPerDay: number;
}

/** The end of `share` of all futures; null in place of a day: not within five years. */
export interface IntervalEnd extends Basis {
  kind: "interval";
  from: Day;
  likely: Day | null;
  to: Day | null;
  share: number;
  method: typeof METHOD;
}

/**
 * No end within five years: as much comes as is done, and only luck would end it (fewer than half of the
 * futures do); or the speed is too low (fewer than one in ten).
 */
export interface NeverEnd extends Basis {
  kind: "never";
  reason: "inflow" | "tooSlow";
}

export type ForecastEnd = { kind: "done" } | IntervalEnd | PlainEnd | NeverEnd;

/** The value that `part` of the sorted values do not exceed. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

const WORKING_DAYS = 5;
const DAYS = 7;

/**
 * When a unit's open work will be done: the days between which four of five of its futures end
 * (futures.ts, docs/decisions/0040-forecast.md). Below six weeks of own work no share is claimed: the
 * ends at the speed of the slowest and of the fastest week so far. Minutes of effort in, days out; the
 * same input and seed give the same answer.
 */
export function forecastEnd(input: ForecastInput): ForecastEnd {
  if (input.remaining <= 0) return { kind: "done" };
  if (hasFewWeeks(input)) return plainEnd(input);
  const { all, ...basis } = futuresOf(input);
  const ends = all.map(({ end }) => end).toSorted((a, b) => a - b);
  const at = (part: number) => {
    const end = quantile(ends, part);
    return Number.isFinite(end) ? dayAfter(input.today, end) : null;
  };
  const [from, likely, to] = [at((1 - SHARE) / 2), at(0.5), at((1 + SHARE) / 2)];
  const growing = WORKING_DAYS * basis.perDay <= DAYS * basis.addedPerDay;
  if (growing && likely === null) return { kind: "never", reason: "inflow", ...basis };
  if (from === null) return { kind: "never", reason: "tooSlow", ...basis };
  return { kind: "interval", from, likely, to, share: SHARE, ...basis, method: METHOD };
}
