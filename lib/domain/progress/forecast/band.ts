import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { daysAhead, daysFrom } from "./ahead";
import { drawnEnd, type ForecastEnd, forecastEnd, isDrawn, quantile } from "./forecast-end";
import { type Future, type Futures, futuresOf } from "./futures";
import { DAYS_AHEAD, type ForecastInput, SHARE } from "./input";
import { plainSpeeds } from "./plain";

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

function drawnLeft({ remaining }: ForecastInput, { all }: Futures): (offset: number) => Left {
  return (offset) => {
    const left = all.map((future) => leftOn(future, remaining, offset));
    left.sort((a, b) => a - b);
    const [low, likely, high] = [(1 - SHARE) / 2, 0.5, (1 + SHARE) / 2];
    return {
      low: quantile(left, low),
      likely: quantile(left, likely),
      high: quantile(left, high),
    };
  };
}

/** What is left where no futures are drawn. */
function undrawnLeft(input: ForecastInput): (offset: number) => Left {
  if (input.remaining > 0) return plainLeft(input);
  return () => ({ low: 0, likely: 0, high: 0 });
}

function leftBy(input: ForecastInput, days: number): (offset: number) => Left {
  return isDrawn(input) ? drawnLeft(input, futuresOf(input, days)) : undrawnLeft(input);
}

const within = (input: ForecastInput, day: Day) =>
  Math.min(DAYS_AHEAD, Math.max(0, daysFrom(input.today, day)));

/** What will be left on the morning of a day; of a day that is past, what is left now. */
export function forecastRemaining(input: ForecastInput, day: Day): Left {
  const offset = within(input, day);
  return leftBy(input, offset)(offset);
}

/** Today, every seventh day after it, and the last one. */
function pointsOf(today: Day, last: number, left: (offset: number) => Left): BandPoint[] {
  const offsets = Array.from({ length: Math.ceil(last / WEEK) }, (_, week) => week * WEEK);
  return [...offsets, last].map((offset) => ({ day: dayAfter(today, offset), ...left(offset) }));
}

/** The band of a picture: today, every seventh day after it, and the last day. */
export function forecastBand(input: ForecastInput, untilDay: Day): BandPoint[] {
  const last = within(input, untilDay);
  return pointsOf(input.today, last, leftBy(input, last));
}

export interface Forecast {
  readonly end: ForecastEnd;
  readonly band: readonly BandPoint[];
}

/**
 * The end and the band of a picture, the same as `forecastEnd` and `forecastBand` give, read from the same
 * futures: drawing them is nearly all that a forecast costs. How far the picture goes follows from the
 * end; null for no picture.
 */
export function forecastWhole(
  input: ForecastInput,
  untilDay: (end: ForecastEnd) => Day | null,
): Forecast {
  const futures = isDrawn(input) ? futuresOf(input) : null;
  const end = futures ? drawnEnd(input, futures) : forecastEnd(input);
  const until = untilDay(end);
  if (until === null) return { end, band: [] };
  const left = futures ? drawnLeft(input, futures) : undrawnLeft(input);
  return { end, band: pointsOf(input.today, within(input, until), left) };
}
