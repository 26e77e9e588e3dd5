import { type Result, round } from "../result";
import type { Expected, Trial } from "./trial";

/** Of values that may be infinite: an end that nobody expects. */
function middle(values: readonly number[]): number | null {
  const sorted = values
    .map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value))
    .toSorted((a, b) => (a === b ? 0 : a - b));
  const found = sorted[Math.floor(sorted.length / 2)];
  return found !== undefined && Number.isFinite(found) ? found : null;
}

const percent = (part: number | null) => (part === null ? null : round(100 * part));

/** A miss costs ten times its distance, as it does where 80 % are promised. */
const COST = 10;
/** Five years, beyond which an end isn't told from none. */
const FARTHEST = 5 * 365;

/** The interval score of Gneiting and Raftery (2007), of the logarithm of days: low where narrow and right. */
function scoreOf({ from, to, end }: Answer): number {
  const log = (days: number) => Math.log(Math.min(days, FARTHEST) + 7);
  const [low, high, right] = [log(from), log(to), log(end)];
  return high - low + COST * Math.max(0, low - right, right - high);
}

interface Answer extends Expected {
  end: number;
}

interface Measure {
  metric: string;
  of: (trials: readonly Answer[]) => number | null;
  limit: number | null;
  unit: string;
}

const share = (trials: readonly Answer[], holds: (one: Answer) => boolean) =>
  trials.length === 0 ? null : percent(trials.filter(holds).length / trials.length);

const COVERAGE: Measure = {
  metric: "end within the interval",
  of: (trials) => share(trials, ({ from, end, to }) => from <= end && end <= to),
  limit: 80,
  unit: "%",
};

const MEASURES: readonly Measure[] = [
  COVERAGE,
  {
    metric: "ended before it",
    of: (trials) => share(trials, ({ from, end }) => end < from),
    limit: 10,
    unit: "%",
  },
  {
    metric: "ended after it",
    of: (trials) => share(trials, ({ end, to }) => end > to),
    limit: 10,
    unit: "%",
  },
  {
    metric: "width, median",
    of: (trials) => middle(trials.map(({ from, to }) => to - from)),
    limit: null,
    unit: "days",
  },
  {
    metric: "width of what was left",
    of: (trials) => percent(middle(trials.map(({ from, to, end }) => (to - from) / end))),
    limit: null,
    unit: "%",
  },
  {
    metric: "error of likely, median",
    of: (trials) => middle(trials.map(({ likely, end }) => Math.abs(likely - end))),
    limit: null,
    unit: "days",
  },
];

const SCORE: Measure = {
  metric: "interval score, mean",
  of: (trials) => round(trials.reduce((sum, one) => sum + scoreOf(one), 0) / trials.length),
  limit: null,
  unit: "log",
};

/** All measures of some trials; how many they are stands in the name. */
export function figuresOf(name: string, trials: readonly Trial[]): Result[] {
  const mine = trials.map(({ end, ours }) => ({ ...ours, end }));
  const others = trials.map(({ end, peer }) => ({ ...peer, end }));
  return [...MEASURES, SCORE].map(({ metric, of, limit, unit }) => ({
    ...{ case: `${name} (${trials.length})`, metric, limit, unit },
    ours: of(mine),
    peer: of(others),
  }));
}
