import { partOf } from "./ahead";
import type { ForecastInput, WorkedDay } from "./input";

/** What a unit did in seven days, or in some more: see below when. */
export interface Week {
  /** calendar days */
  days: number;
  /** full working days that calendar and planned campaigns left */
  available: number;
  done: number;
  added: number;
}

const DAYS = 7;
/** Less than this of a week says nothing about speed: it is read together with the week before. */
const LEAST_AVAILABLE = 1.5;
const NOTHING: Week = { days: 0, available: 0, done: 0, added: 0 };

/** The days since somebody first did something here. */
export function ownDays(days: readonly WorkedDay[]): readonly WorkedDay[] {
  const first = days.findIndex(({ done }) => done > 0);
  return first < 0 ? [] : days.slice(first);
}

const plus = (one: Week, other: Week): Week => ({
  days: one.days + other.days,
  available: one.available + other.available,
  done: one.done + other.done,
  added: one.added + other.added,
});

/** Seven days each, oldest first, counted back from yesterday; a beginning too short is left out. */
function singleWeeks(input: ForecastInput): Week[] {
  const weeks: Week[] = [];
  let week = NOTHING;
  for (const { day, done, added } of ownDays(input.days).toReversed()) {
    week = plus(week, { days: 1, available: partOf(day, input), done, added });
    if (week.days % DAYS !== 0 || week.available < LEAST_AVAILABLE) continue;
    weeks.push(week);
    week = NOTHING;
  }
  if (weeks.length === 0 && week.available > 0) weeks.push(week);
  return weeks.toReversed();
}

function together(weeks: readonly Week[], count: number): Week[] {
  const groups = Math.floor(weeks.length / count);
  const first = weeks.length - groups * count;
  return Array.from({ length: groups }, (_, at) =>
    weeks.slice(first + at * count, first + (at + 1) * count).reduce(plus),
  );
}

/** Where work closes in batches (a list signed every other week), so many weeks are read as one. */
const BATCHES = [1, 2, 3, 4];
/** Batches are what leaves hardly a group of weeks without work; a standstill does not. */
const WITH_WORK = 0.85;

/** The stretches that a unit's speed is read from, oldest first. */
export function weeksOf(input: ForecastInput): Week[] {
  const weeks = singleWeeks(input);
  const tried = BATCHES.map((count) => together(weeks, count));
  const even = tried.find(
    (groups) => groups.filter(({ done }) => done > 0).length >= WITH_WORK * groups.length,
  );
  return even?.length ? even : weeks;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
