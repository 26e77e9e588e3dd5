import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter, isWorkingDay } from "@/lib/domain/units/work-calendar";
import type { Capacity } from "./input";

const DAY = 24 * 60 * 60 * 1000;

/** Calendar days from one day to another; negative where it lies before. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** How much of a working day a day is, 0 to 1. */
export function partOf(day: Day, { calendar, shareOn }: Capacity): number {
  if (!isWorkingDay(day, calendar)) return 0;
  return Math.min(100, Math.max(0, shareOn(day))) / 100;
}

/** Parts of the days from today on, each looked up once and only when somebody asks that far. */
export function daysAhead(today: Day, capacity: Capacity): (offset: number) => number {
  const known: number[] = [];
  return (offset) => {
    while (known.length <= offset) known.push(partOf(dayAfter(today, known.length), capacity));
    return known[offset] ?? 0;
  };
}
