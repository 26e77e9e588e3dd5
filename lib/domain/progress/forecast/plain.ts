import type { Day } from "@/lib/domain/tasks/capacity";
import { daysAhead } from "./ahead";
import { FEWEST_DAYS, type ForecastInput } from "./input";
import { endAtSpeed } from "./steady";
import { ownDays, weeksOf } from "./weeks";

/** Too little to say how likely anything is: what the slowest and the fastest week so far would give. */
export interface PlainEnd {
  kind: "plain";
  reason: "fewWeeks";
  /** whole weeks since the first day of work */
  weeks: number;
  /** null: not within five years, or nothing was done so far */
  from: Day | null;
  to: Day | null;
}

/** Net minutes of an available working day. */
export interface PlainSpeeds {
  slow: number;
  all: number;
  fast: number;
}

/** So many weeks there must be after those without working days were read together. */
const FEWEST_WEEKS = 3;

export function hasFewWeeks(input: ForecastInput): boolean {
  return ownDays(input.days).length < FEWEST_DAYS || weeksOf(input).length < FEWEST_WEEKS;
}

/** Of the slowest and the fastest own week, and of all weeks together; zeros without any work. */
export function plainSpeeds(input: ForecastInput): PlainSpeeds {
  const weeks = weeksOf(input);
  if (weeks.length === 0) return { slow: 0, all: 0, fast: 0 };
  const net = weeks.map(({ done, added, available }) => (done - added) / available);
  const available = weeks.reduce((sum, week) => sum + week.available, 0);
  const all = weeks.reduce((sum, week) => sum + week.done - week.added, 0) / available;
  return { slow: Math.min(...net), all, fast: Math.max(...net) };
}

export function plainEnd(input: ForecastInput): PlainEnd {
  const { slow, fast } = plainSpeeds(input);
  const { remaining } = input;
  const part = daysAhead(input.today, input);
  const at = (perDay: number) => endAtSpeed({ remaining, perDay, addedPerDay: 0 }, input, part);
  const weeks = Math.floor(ownDays(input.days).length / 7);
  return { kind: "plain", reason: "fewWeeks", weeks, from: at(fast), to: at(slow) };
}
