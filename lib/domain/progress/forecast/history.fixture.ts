import { dayAfter, isWorkingDay, NO_DAYS } from "@/lib/domain/units/work-calendar";
import type { ForecastInput, WorkedDay } from "./input";

/** A Monday. */
export const TODAY = "2026-11-23";

/** `count` days until yesterday; `perDay` minutes on working days, a little up and down. */
export function history(
  count: number,
  perDay: number | ((at: number) => number),
  other: Partial<WorkedDay> = {},
): WorkedDay[] {
  const speed = typeof perDay === "number" ? () => perDay : perDay;
  return Array.from({ length: count }, (_, at) => {
    const day = dayAfter(TODAY, at - count);
    const done = isWorkingDay(day, NO_DAYS) ? speed(at) * (1 + 0.1 * Math.sin(at * at)) : 0;
    return { day, done, added: 0, released: 0, ...other };
  });
}

export function unit(change: Partial<ForecastInput> = {}): ForecastInput {
  return {
    remaining: 20_000,
    days: history(140, 400),
    today: TODAY,
    calendar: NO_DAYS,
    shareOn: () => 100,
    paths: 200,
    ...change,
  };
}
