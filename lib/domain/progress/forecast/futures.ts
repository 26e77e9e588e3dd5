import { daysAhead } from "./ahead";
import { type Chance, chanceOf } from "./chance";
import { DAYS_AHEAD, type ForecastInput } from "./input";
import { type Belief, type Level, type Regimes, regimesOf } from "./regimes";
import { median, ownDays, type Week, weeksOf } from "./weeks";

/** Of the log speed. Tuned on simulated campaigns of other seeds than those that are reported. */
const SPEED: Belief = { change: 1 / 25, odd: 1 / 30, spread: 0.6, noise: 0.15, worth: 6 };
/** Of what comes in a calendar day, in parts of the unit's own usual speed. */
const INFLOW: Belief = { change: 1 / 40, odd: 1 / 20, spread: 0.3, noise: 0.07, worth: 6 };
/** A sudden change: partly back to the usual level, and Student's t of four degrees around that. */
const JUMP = { back: 0.5, size: 0.6, halfDegrees: 2 };

const PATHS = 300;
const SEED = 2022;
/** Every future has a stream of its own, so that it is the same however far somebody looks. */
const APART = 100_003;
const WEEK = 7;
const FULL_WEEK = 5;
/** A week of less than a day scatters no wider than one of a day. */
const LEAST_AVAILABLE = 1;
/** Later weeks have their mean: the scatter of single ones is nothing beside a year of them. */
const SCATTERED = 52;
/** A week without work is not infinitely slow. */
const SLOWEST = 0.05;

/** One future: the day on which nothing is left, counted from today, and what is left after each week. */
export interface Future {
  end: number;
  left: readonly number[];
}

export interface Futures {
  all: readonly Future[];
  /** minutes of a full working day now, and newly come in a calendar day: the middle of all futures */
  perDay: number;
  addedPerDay: number;
  /** part of the futures that begin with more done in an ordinary week than comes in it */
  falling: number;
  /** whole weeks since the first day of work */
  weeks: number;
}

interface Known {
  usual: number;
  speed: Regimes;
  inflow: Regimes;
}

/** Seven days from today on: the full working days in them, and how much wider than a full week they scatter. */
interface WeekAhead {
  available: number;
  scatter: number;
}

interface Road {
  remaining: number;
  /** days that are looked at */
  days: number;
  part: (offset: number) => number;
  week: (at: number) => WeekAhead;
}

function knownFrom(weeks: readonly Week[]): Known {
  const speeds = weeks.map(({ done, available }) => done / available);
  const usual = median(speeds.filter((speed) => speed > 0));
  const logs = weeks.map(({ available }, at) => ({
    value: Math.log(Math.max((speeds[at] ?? 0) / usual, SLOWEST)),
    weight: available / FULL_WEEK,
  }));
  const come = weeks.map(({ added, days }) => ({
    value: added / days / usual,
    weight: days / WEEK,
  }));
  return { usual, speed: regimesOf(logs, SPEED), inflow: regimesOf(come, INFLOW) };
}

/** What a unit is after a sudden change. It stays so until the next one. */
function changed({ mean, noise }: Level, centre: number, chance: Chance): Level {
  const tail = Math.sqrt(JUMP.halfDegrees / chance.gamma(JUMP.halfDegrees));
  const jump = JUMP.size * tail * chance.normal();
  return { noise, mean: mean + JUMP.back * (centre - mean) + jump };
}

/** The day of a week on which nothing was left. */
function endIn(week: number, pace: { left: number; speed: number; come: number }, road: Road) {
  let left = pace.left;
  const last = WEEK * (week + 1) - 1;
  for (let day = WEEK * week; day < last; day += 1) {
    left += pace.come - pace.speed * road.part(day);
    if (left <= 0) return day;
  }
  return last;
}

function roadOf(input: ForecastInput, days: number): Road {
  const part = daysAhead(input.today, input);
  const known: WeekAhead[] = [];
  const look = (week: number): WeekAhead => {
    let available = 0;
    for (let day = WEEK * week; day < WEEK * (week + 1); day += 1) available += part(day);
    return { available, scatter: Math.sqrt(FULL_WEEK / Math.max(available, LEAST_AVAILABLE)) };
  };
  const week = (at: number) => {
    known[at] ??= look(at);
    return known[at];
  };
  return { remaining: input.remaining, days, part, week };
}

function walk({ usual, ...known }: Known, road: Road, chance: Chance) {
  const start = { speed: known.speed.draw(chance), inflow: known.inflow.draw(chance) };
  let level = start.speed;
  let left = road.remaining;
  const after: number[] = [];
  const come = usual * start.inflow.mean;
  for (let week = 0; WEEK * week < road.days; week += 1) {
    const { available, scatter } = road.week(week);
    const off = level.noise * scatter;
    const value = week < SCATTERED ? off * chance.normal() : off ** 2 / 2;
    const speed = usual * Math.exp(level.mean + value);
    const next = left + WEEK * come - speed * available;
    if (next <= 0) return { end: endIn(week, { left, speed, come }, road), left: after, start };
    left = next;
    after.push(left);
    if (chance.next() < SPEED.change) level = changed(level, known.speed.centre, chance);
  }
  return { end: Number.POSITIVE_INFINITY, left: after, start };
}

/**
 * Futures of a unit, drawn from its own weeks: how fast an available working day is (calendar and
 * planned campaigns taken out) and how much comes, by their last change point (regimes.ts), carried on
 * with sudden changes that stay. What was released at once is in no week's speed, and none is expected.
 * Needs at least one week with work; draws the same for the same seed.
 */
export function futuresOf(input: ForecastInput, days = DAYS_AHEAD): Futures {
  const weeks = weeksOf(input);
  const known = knownFrom(weeks);
  const road = roadOf(input, days);
  const first = (input.seed ?? SEED) * APART;
  const all = Array.from({ length: input.paths ?? PATHS }, (_, path) =>
    walk(known, road, chanceOf(first + path)),
  );
  const falls = ({ start }: (typeof all)[number]) =>
    FULL_WEEK * Math.exp(start.speed.mean) > WEEK * start.inflow.mean;
  return {
    all,
    perDay: known.usual * Math.exp(median(all.map(({ start }) => start.speed.mean))),
    addedPerDay: known.usual * median(all.map(({ start }) => start.inflow.mean)),
    falling: all.filter(falls).length / all.length,
    weeks: Math.floor(ownDays(input.days).length / WEEK),
  };
}
