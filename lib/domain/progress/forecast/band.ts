import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { daysAhead, daysFrom } from "./ahead";
import { quantile } from "./forecast-end";
import { type Future, futuresOf } from "./futures";
import { DAYS_AHEAD, type ForecastInput, SHARE } from "./input";
import { hasFewWeeks, plainSpeeds } from "./plain";

/** Minutes that are left: `SHARE` of the futures lie from low to high. */
export interface Left {
  low: number;
  likely: number;
  high: number;
}

export interface BandPoint extends Left {
  /** on the morning of this day */
  day: Day;
}

const WEEK = 7;

/** What a future has left on the morning of a day, between its weeks by a straight line. */
function leftOn(future: Future, remaining: number, offset: number): number {
  if (offset > future.end) return 0;
  const week = Math.floor(offset / WEEK);
  const after = (weeks: number) => (weeks === 0 ? remaining : (future.left[weeks - 1] ?? 0));
  const part = offset / WEEK - week;
  return after(week) * (1 - part) + (part > 0 ? after(week + 1) * part : 0);
}

/** The same at speeds that stay, where own weeks are too few. */
function plainLeft(input: ForecastInput): (offset: number) => Left {
  const { slow, all, fast } = plainSpeeds(input);
  const part = daysAhead(input.today, input);
  return (offset) => {
    let available = 0;
    for (let at = 0; at < offset; at += 1) available += part(at);
    const at = (speed: number) => Math.max(0, input.remaining - speed * available);
    return { low: at(fast), likely: at(all), high: at(slow) };
  };
}

function drawnLeft(input: ForecastInput, days: number): (offset: number) => Left {
  const { all } = futuresOf(input, days);
  return (offset) => {
    const left = all.map((future) => leftOn(future, input.remaining, offset));
    left.sort((a, b) => a - b);
    const [low, likely, high] = [(1 - SHARE) / 2, 0.5, (1 + SHARE) / 2];
    return {
      low: quantile(left, low),
      likely: quantile(left, likely),
      high: quantile(left, high),
    };
  };
}

function leftBy(input: ForecastInput, days: number): (offset: number) => Left {
  if (input.remaining <= 0) return () => ({ low: 0, likely: 0, high: 0 });
  return hasFewWeeks(input) ? plainLeft(input) : drawnLeft(input, days);
}

const within = (input: ForecastInput, day: Day) =>
  Math.min(DAYS_AHEAD, Math.max(0, daysFrom(input.today, day)));

/** What will be left on the morning of a day; of a day that is past, what is left now. */
export function forecastRemaining(input: ForecastInput, day: Day): Left {
  const offset = within(input, day);
  return leftBy(input, offset)(offset);
}

/** The band of a picture: today, every seventh day after it, and the last day. */
export function forecastBand(input: ForecastInput, untilDay: Day): BandPoint[] {
  const last = within(input, untilDay);
  const left = leftBy(input, last);
  const offsets = Array.from({ length: Math.ceil(last / WEEK) }, (_, week) => week * WEEK);
  return [...offsets, last].map((offset) => ({
    day: dayAfter(input.today, offset),
    ...left(offset),
  }));
}
