import { dayAfter } from "@/lib/domain/units/work-calendar";

/** From and to, both included, as yyyy-MM-dd. */
export interface Period {
  from: string;
  to: string;
}

/** Days that a report spans at most. */
export const LONGEST_PERIOD = 366;

export const QUICK_PERIODS = [
  "thisWeek",
  "lastWeek",
  "thisMonth",
  "lastMonth",
  "fromTheStart",
] as const;
export type QuickPeriod = (typeof QUICK_PERIODS)[number];

/** Weeks begin on Monday. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}

const firstOfMonth = (day: string) => `${day.slice(0, 8)}01`;

function within(day: string, { from, to }: Period): string {
  if (day < from) return from;
  return day > to ? to : day;
}

/** The periods that people report on; `start` is the first day of a unit's figures. */
export function quickPeriods(today: string, start: string): Record<QuickPeriod, Period> {
  const monday = mondayOf(today);
  const first = firstOfMonth(today);
  const lastOfBefore = dayAfter(first, -1);
  const furthest = dayAfter(today, 1 - LONGEST_PERIOD);
  return {
    thisWeek: { from: monday, to: today },
    lastWeek: { from: dayAfter(monday, -7), to: dayAfter(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: firstOfMonth(lastOfBefore), to: lastOfBefore },
    fromTheStart: { from: within(start, { from: furthest, to: today }), to: today },
  };
}

export type PeriodProblem = "daysTurned" | "dayAhead" | "periodLong";

/** What is wrong with a period, if anything. */
export function periodProblem({ from, to }: Period, today: string): PeriodProblem | null {
  if (to > today) return "dayAhead";
  if (from > to) return "daysTurned";
  return dayAfter(from, LONGEST_PERIOD - 1) < to ? "periodLong" : null;
}
