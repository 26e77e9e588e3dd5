import { dayAfter, type WorkCalendar, workingDaysBetween } from "@/lib/domain/units/work-calendar";
import { type Figures, settledShare } from "./figure";
import {
  type Day,
  daysOf,
  type FlowCell,
  type FlowEvent,
  type OpenOn,
  openOn,
  sumOfDays,
} from "./flow";

/** Days that the speed of a unit is taken from, today among them. */
export const SPEED_DAYS = 14;
/** Days that the picture of what remained spans at most. */
export const LONGEST_PICTURE = 92;

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** Shares that make units of any size comparable, 0 to 1; null where there is nothing to share. */
export interface Rates {
  /** of all records, those that nothing remains to be done about */
  settled: number | null;
  /** of the records that were wrong, those that agreed again without anybody's work */
  cleared: number | null;
  /** of the open tasks, those past their day */
  overdue: number | null;
}

export function ratesOf(figures: Figures, overdue: number): Rates {
  return {
    settled: settledShare(figures),
    cleared: share(figures.cleared, figures.wrong),
    overdue: share(overdue, figures.open),
  };
}

/** The difference of two shares in points: 0.52 and 0.5 are 2 points apart. */
export function pointsBetween(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : (a - b) * 100;
}

const sumOf = (cells: readonly FlowCell[], event: FlowEvent) =>
  cells.reduce((sum, cell) => sum + (cell.event === event ? cell.people : 0), 0);

/** People corrected on a working day, of the last 14 days; null where none was worked. */
export function correctedPerDay(
  cells: readonly FlowCell[],
  today: Day,
  calendar: WorkCalendar,
): number | null {
  const before = dayAfter(today, -SPEED_DAYS);
  const lately = cells.filter(({ day }) => day > before && day <= today);
  return share(sumOf(lately, "corrected"), workingDaysBetween(before, today, calendar));
}

/** What happened after one day until the end of another, in people. */
export const BETWEEN = [
  "added",
  "cleared",
  "opened",
  "reopened",
  "moved",
  "cleaned",
  "otherwise",
] as const;
export type Between = Record<(typeof BETWEEN)[number], number>;

export interface DaysCompared {
  from: Day;
  to: Day;
  /** open tasks at the end of each; null on days of which there are no figures */
  openFrom: number | null;
  openTo: number | null;
  /** the first day of what happened between: that after `from`, or where the figures begin; null where nothing was */
  since: Day | null;
  between: Between;
  /** from that day on */
  workingDays: number;
  /** what remained at the end of each day; empty where the picture would be too long or a single point */
  line: OpenOn[];
}

/** Both days in their order, neither of them after today. */
export function spanOf(one: Day, other: Day, today: Day): { from: Day; to: Day } {
  const [from = one, to = other] = [one, other].toSorted();
  return { from: from > today ? today : from, to: to > today ? today : to };
}

function betweenOf(cells: readonly FlowCell[], from: Day, to: Day): Between {
  const sum = sumOfDays(daysOf(cells, from, to));
  const inside = cells.filter(({ day }) => day >= from && day <= to);
  return {
    added: sumOf(inside, "added"),
    cleared: sum.cleared.people,
    opened: sum.opened.people,
    reopened: sum.reopened.people,
    moved: sum.moved.people,
    cleaned: sum.cleaned.people,
    otherwise: sum.otherwise.people,
  };
}

interface DaysInput {
  from: Day;
  to: Day;
  today: Day;
  /** open tasks now */
  open: number;
  /** the first day that anything was written down of; null where nothing was */
  first: Day | null;
  /** what happened from `from` on, until today */
  cells: readonly FlowCell[];
  calendar: WorkCalendar;
}

/**
 * A unit on two days. What was open at the end of a day is what is open now, less what happened since; so
 * the two and what happened between them always agree.
 */
export function compareDays(input: DaysInput): DaysCompared {
  const { from, to, today, open, first, cells, calendar } = input;
  const [, start = from] = [from, first ?? dayAfter(today)].toSorted();
  const line = openOn(open, daysOf(cells, start, today)).filter(({ day }) => day <= to);
  const openAt = (day: Day) => line.find((one) => one.day === day)?.open ?? null;
  const [, since = start] = [dayAfter(from), start].toSorted();
  const drawn = line.length > 1 && line.length <= LONGEST_PICTURE;
  return {
    from,
    to,
    openFrom: openAt(from),
    openTo: openAt(to),
    since: since > to ? null : since,
    between: betweenOf(cells, since, to),
    workingDays: workingDaysBetween(dayAfter(since, -1), to, calendar),
    line: drawn ? line : [],
  };
}

/** Pairs of days that people ask for, today being the second. */
export const QUICK_PAIRS = ["week", "thirty", "lastMonth"] as const;
export type QuickPair = (typeof QUICK_PAIRS)[number];

/** The same day of the month before; its last day where it has no such day. */
function monthBefore(day: Day): Day {
  const last = dayAfter(`${day.slice(0, 8)}01`, -1);
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

export function quickPairs(today: Day): Record<QuickPair, Day> {
  return { week: dayAfter(today, -7), thirty: dayAfter(today, -30), lastMonth: monthBefore(today) };
}
