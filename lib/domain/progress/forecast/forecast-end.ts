import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { type Futures, futuresOf } from "./futures";
import { type ForecastInput, SHARE } from "./input";
import { hasFewWeeks, type PlainEnd, plainEnd } from "./plain";

/** Change points of own weeks, drawn into the future. */
export const METHOD = "changePoints";

/** What an end rests on. */
interface Basis {
  /** whole weeks since the first day of work */
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
 * No end within five years: in nine of ten cases as much comes now as is done, so that only a change would
 * end it; or fewer than one future in ten ends, as the speed is too low.
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

/** Where nothing is left, or own weeks are too few, no futures are drawn. */
export function isDrawn(input: ForecastInput): boolean {
  return input.remaining > 0 && !hasFewWeeks(input);
}

/** What drawn futures say of the end. */
export function drawnEnd({ today }: Pick<ForecastInput, "today">, futures: Futures): ForecastEnd {
  const { all, falling, ...basis } = futures;
  const ends = all.map(({ end }) => end).toSorted((a, b) => a - b);
  const at = (part: number) => {
    const end = quantile(ends, part);
    return Number.isFinite(end) ? dayAfter(today, end) : null;
  };
  const [from, likely, to] = [at((1 - SHARE) / 2), at(0.5), at((1 + SHARE) / 2)];
  if (falling < (1 - SHARE) / 2) return { kind: "never", reason: "inflow", ...basis };
  if (from === null) return { kind: "never", reason: "tooSlow", ...basis };
  return { kind: "interval", from, likely, to, share: SHARE, ...basis, method: METHOD };
}

/**
 * When a unit's open work will be done: the days between which four of five of its futures end
 * (futures.ts, docs/decisions/0040-forecast.md). Below six weeks of own work no share is claimed: the
 * ends at the speed of the slowest and of the fastest week so far. Minutes of effort in, days out; the
 * same input and seed give the same answer.
 */
export function forecastEnd(input: ForecastInput): ForecastEnd {
  if (isDrawn(input)) return drawnEnd(input, futuresOf(input));
  return input.remaining > 0 ? plainEnd(input) : { kind: "done" };
}
