import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { daysAhead } from "./ahead";
import { type Capacity, DAYS_AHEAD } from "./input";

/** Work at a speed that stays: minutes of a full working day, and newly come in a calendar day. */
export interface Steady {
  remaining: number;
  perDay: number;
  addedPerDay: number;
}

export interface From extends Capacity {
  today: Day;
}

/**
 * The day on which nothing is left; null when that isn't within five years. Looking days up is what it costs:
 * who asks for several ends hands over the same `part`.
 */
export function endAtSpeed(
  { remaining, perDay, addedPerDay }: Steady,
  from: From,
  part = daysAhead(from.today, from),
): Day | null {
  if (remaining <= 0) return from.today;
  if (perDay <= 0) return null;
  let left = remaining;
  for (let at = 0; at < DAYS_AHEAD; at += 1) {
    left += addedPerDay - perDay * part(at);
    if (left <= 0) return dayAfter(from.today, at);
  }
  return null;
}
