import { daysFrom } from "@/lib/domain/progress/forecast/ahead";
import { forecastRemaining } from "@/lib/domain/progress/forecast/band";
import type { ForecastInput } from "@/lib/domain/progress/forecast/input";
import { dayAfter, isWorkingDay, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Result } from "../result";
import { naive } from "./trial";

/**
 * Records of the whole country that were still wrong, as published in 2022: people, not minutes. The
 * first is only said to be of March; its last day is taken.
 */
const POINTS = [
  { day: "2022-03-31", left: 19_040_000 },
  { day: "2022-04-25", left: 18_937_554 },
  { day: "2022-08-05", left: 15_330_708 },
  { day: "2022-09-20", left: 14_770_468 },
] as const;

/** Days off on weekdays between the points. */
const CALENDAR: WorkCalendar = {
  off: new Set(["2022-04-11", "2022-05-02", "2022-05-03", "2022-09-01", "2022-09-02"]),
  working: new Set(),
};

const NO_END = {
  from: Number.POSITIVE_INFINITY,
  likely: Number.POSITIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
};

type Point = (typeof POINTS)[number];

/** What lies between two points was not published: an equal part on each working day. */
function daysBetween([before, after]: readonly [Point, Point]): ForecastInput["days"] {
  const all = Array.from({ length: daysFrom(before.day, after.day) }, (_, at) =>
    dayAfter(before.day, at),
  );
  const worked = (day: string) => isWorkingDay(day, CALENDAR);
  const each = (before.left - after.left) / all.filter(worked).length;
  return all.map((day) => ({ day, done: worked(day) ? each : 0, added: 0, released: 0 }));
}

function known(points: readonly Point[], { day, left }: Point): ForecastInput {
  const pairs = points.slice(1).map((after, at) => [points[at] ?? after, after] as const);
  return {
    remaining: left,
    days: pairs.flatMap(daysBetween),
    today: day,
    calendar: CALENDAR,
    shareOn: () => 100,
  };
}

/** From each point that has one before it, what is left at the next: two forecasts, no more. */
export function publishedFigures(): Result[] {
  return POINTS.slice(1, -1).flatMap((origin, at) => {
    const next = POINTS[at + 2] ?? origin;
    const input = known(POINTS.slice(0, at + 2), origin);
    const found = forecastRemaining(input, next.day);
    const days = daysFrom(origin.day, next.day);
    const { from, likely, to } = naive(input) ?? NO_END;
    const ofPeer = (end: number) => Math.round(input.remaining * Math.max(0, 1 - days / end));
    const name = `2022: ${origin.day} for ${next.day}`;
    const line = { case: name, limit: next.left, unit: "people" };
    return [
      { ...line, metric: "low", ours: Math.round(found.low), peer: ofPeer(from) },
      { ...line, metric: "likely", ours: Math.round(found.likely), peer: ofPeer(likely) },
      { ...line, metric: "high", ours: Math.round(found.high), peer: ofPeer(to) },
    ];
  });
}
