import "server-only";
import { createHash } from "node:crypto";
import { type Forecast, forecastWhole } from "@/lib/domain/progress/forecast/band";
import type { ForecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { ForecastInput, WorkedDay } from "@/lib/domain/progress/forecast/input";
import { inStep } from "@/lib/domain/progress/forecast/step";
import { type Campaign, type Day, shareOn } from "@/lib/domain/tasks/capacity";
import { dayAfter, type WorkCalendar } from "@/lib/domain/units/work-calendar";

/** Weeks that a picture goes on at most, when the end is further away. */
const WEEKS_AHEAD = 52;
/** Forecasts that are kept, about 5 kB each: of more units than leaders look at within some minutes. */
const MOST = 500;

/** All that the forecast of a unit is made from. */
export interface ForecastSource {
  path: string;
  /** that are open now */
  minutes: number;
  /** until yesterday */
  days: readonly WorkedDay[];
  today: Day;
  calendar: WorkCalendar;
  /** of the whole area; those of other units change nothing here */
  campaigns: readonly Campaign[];
}

/** The target that holds for the unit. */
type Aim = { deadline: Day } | null;

/** What remains on a morning, in people: the middle of what may come, and the ends of 80 %. */
export interface Ahead {
  day: Day;
  low: number;
  likely: number;
  high: number;
}

export interface Remembered extends Forecast {
  /** the minutes that it was made for: those that are open, as `inStep` has them */
  remaining: number;
}

// One for the process: Next loads this module once for each kind of bundle.
const held = globalThis as { portalForecasts?: Map<string, Remembered> };

const campaignsAt = ({ path, campaigns }: ForecastSource) =>
  campaigns.filter(({ unitPath }) => path.startsWith(unitPath));

/** The one place that decides what a forecast is made for, so that page, report and night's table agree. */
export function forecastInput(of: ForecastSource): ForecastInput {
  const { path, minutes, days, today, calendar } = of;
  const campaigns = campaignsAt(of);
  return {
    remaining: inStep(minutes),
    days,
    today,
    calendar,
    shareOn: (day) => shareOn(day, path, campaigns),
  };
}

/** The order of rows says nothing, and no statement promises one. */
function keyOf(of: ForecastSource, aim: Aim): string {
  const { path, minutes, days, today, calendar } = of;
  const campaigns = campaignsAt(of).map(({ from, to, share }) => [from, to, share].join(" "));
  const all = [
    [today, aim?.deadline, inStep(minutes)],
    days.map(({ day, done, added, released }) => [day, done, added, released]),
    [...calendar.off].toSorted(),
    [...calendar.working].toSorted(),
    campaigns.toSorted(),
  ];
  return `${path} ${createHash("sha256").update(JSON.stringify(all)).digest("base64")}`;
}

/** The picture goes to the end or to the day that is aimed at, whichever is later. */
function lastDay(end: ForecastEnd, today: Day, aim: Aim): Day | null {
  if (end.kind !== "interval" || end.to === null) return null;
  const furthest = dayAfter(today, WEEKS_AHEAD * 7);
  const wanted = [end.to, aim?.deadline ?? end.to].toSorted().at(-1) ?? end.to;
  const [last = wanted] = [wanted, furthest].toSorted();
  return last;
}

/** Made anew, whatever is remembered. */
export function makeForecast(of: ForecastSource, aim: Aim): Remembered {
  const input = forecastInput(of);
  const made = forecastWhole(input, (end) => lastDay(end, of.today, aim));
  return { ...made, remaining: input.remaining };
}

/**
 * The forecast of a unit, made once for all who look. The key holds all that goes into it, so that what is
 * kept is never out of date and gives nobody what he couldn't make from what he sees; what nobody has asked for
 * the longest goes.
 */
export function forecastOf(of: ForecastSource, aim: Aim): Remembered {
  held.portalForecasts ??= new Map();
  const kept = held.portalForecasts;
  const key = keyOf(of, aim);
  const found = kept.get(key) ?? makeForecast(of, aim);
  // A map is in the order of setting: the one that was asked for last stands last.
  kept.delete(key);
  kept.set(key, found);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** The band in people, drawn through what is open at this moment: the first point is `people`, to the last one. */
export function peopleAhead({ band, remaining }: Remembered, people: number): Ahead[] {
  return band.map(({ day, low, likely, high }) => ({
    day,
    low: people * (low / remaining),
    likely: people * (likely / remaining),
    high: people * (high / remaining),
  }));
}
