import { partOf } from "./ahead";
import type { ForecastInput, WorkedDay } from "./input";

/** What a unit did in seven days; longer where holidays leave too little of one to judge by. */
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

/** Own weeks, oldest first, counted back from yesterday. A beginning too short for one is left out. */
export function weeksOf(input: ForecastInput): Week[] {
  const weeks: Week[] = [];
  let week = NOTHING;
  for (const one of ownDays(input.days).toReversed()) {
    week = {
      days: week.days + 1,
      available: week.available + partOf(one.day, input),
      done: week.done + one.done,
      added: week.added + one.added,
    };
    if (week.days < DAYS || week.days % DAYS !== 0 || week.available < LEAST_AVAILABLE) continue;
    weeks.push(week);
    week = NOTHING;
  }
  if (weeks.length === 0 && week.available > 0) weeks.push(week);
  return weeks.toReversed();
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
