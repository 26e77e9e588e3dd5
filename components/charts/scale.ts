import { scaleLinear } from "d3-scale";

const DAY_MS = 86_400_000;

/** Days since 1970 of a plain day (yyyy-MM-dd), without any time zone. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** yyyy-MM-dd of a number of days since 1970. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Steps between marks of a time axis: whole weeks as soon as days are too many. */
const DAY_STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364];

/** Days to be written under an axis, both ends included, counted back from the last; at most `most`. */
export function dayTicks(from: string, to: string, most: number): string[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const step = DAY_STEPS.find((one) => (last - first) / one <= most - 1) ?? last - first;
  const ticks: string[] = [];
  for (let at = last; at >= first; at -= Math.max(1, step)) ticks.unshift(dayText(at));
  return ticks;
}

/** Marks of an axis of counts that holds all `values` and zero: round whole numbers from low to high. */
export function valueTicks(values: readonly number[], about = 4): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = scaleLinear()
    .domain([low, Math.max(high, low + 1)])
    .nice(about);
  return scale.ticks(about).filter(Number.isInteger);
}

export interface Plot {
  /** per cent of the width from the left */
  x: (day: string) => number;
  /** per cent of the height from the top */
  y: (value: number) => number;
}

/** A square of 100 × 100 from the first day to the last and from the lowest mark to the highest. */
export function makePlot(
  days: readonly [from: string, to: string],
  ticks: readonly number[],
): Plot {
  const across = scaleLinear().domain(days.map(dayNumber)).range([0, 100]);
  const up = scaleLinear()
    .domain([ticks[0] ?? 0, ticks.at(-1) ?? 1])
    .range([100, 0]);
  return { x: (day) => across(dayNumber(day)), y: (value) => up(value) };
}
