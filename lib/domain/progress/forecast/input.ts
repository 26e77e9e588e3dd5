import type { Day } from "@/lib/domain/tasks/capacity";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";

/** One calendar day of a unit, in minutes of effort. */
export interface WorkedDay {
  day: Day;
  /** closed by people's work */
  done: number;
  /** newly come: opened, reopened and moved in, less what moved out; may be negative */
  added: number;
  /** closed at once by a rule's release, a withdrawal or a change of the model: nobody's speed */
  released: number;
}

/** How much of a day there is for this work: the calendar, and per cent left by planned campaigns. */
export interface Capacity {
  calendar: WorkCalendar;
  /** 0 to 100, of days past and future */
  shareOn: (day: Day) => number;
}

export interface ForecastInput extends Capacity {
  /** minutes of effort that are open now */
  remaining: number;
  /** every calendar day, oldest first, without gaps; the last one is yesterday */
  days: readonly WorkedDay[];
  today: Day;
  seed?: number;
  /** how many futures are drawn */
  paths?: number;
}

/** Beyond five years nobody plans. */
export const DAYS_AHEAD = 5 * 365;
/** Days of own work below which no share of futures is claimed: six weeks. */
export const FEWEST_DAYS = 42;
/** Part of all futures that the interval holds. */
export const SHARE = 0.8;
