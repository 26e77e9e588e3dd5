import type { Seeded } from "@/lib/domain/matching/estimate/seeded";
import type { ForecastInput, WorkedDay } from "@/lib/domain/progress/forecast/input";
import { dayAfter, isWorkingDay, type WorkCalendar } from "@/lib/domain/units/work-calendar";

export const KINDS = [
  "steady",
  "tet",
  "boosterPlanned",
  "boosterUnplanned",
  "doubled",
  "halved",
  "released",
  "newInflow",
  "slowStart",
  "station",
  "batches",
] as const;
export type Kind = (typeof KINDS)[number];

/** What happens to a unit, in days since its first. It isn't drawn from the model that forecasts. */
export interface Plot {
  kind: Kind;
  begins: string;
  /** minutes of an ordinary working day, and how far days and weeks scatter (log) */
  speed: number;
  daily: number;
  weekly: number;
  /** a slow wave of the speed: height (log) and days */
  wave: number;
  period: number;
  /** newly come in a day, part of the speed */
  inflow: number;
  stock: number;
  /** when the thing that the kind is named after begins and ends */
  from: number;
  to: number;
  /** how much of it */
  amount: number;
}

export interface Campaign {
  plot: Plot;
  days: WorkedDay[];
  /** what is open on the evening of each day */
  left: number[];
  /** index of the day on which nothing was left; null when that took longer than was simulated */
  end: number | null;
}

const HOLIDAYS = [2026, 2027, 2028, 2029, 2030].flatMap((year) =>
  ["01-01", "04-30", "05-01", "09-02"].map((day) => `${year}-${day}`),
);
/** Lunar New Year, seven days off each. */
const TET = ["2026-02-15", "2027-02-04", "2028-01-24", "2029-02-11", "2030-01-31"].flatMap(
  (first) => Array.from({ length: 7 }, (_, at) => dayAfter(first, at)),
);
export const CALENDAR: WorkCalendar = { off: new Set([...HOLIDAYS, ...TET]), working: new Set() };

const LONGEST = 1500;
const normal = ({ next }: Seeded) =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const between = ({ next }: Seeded, low: number, high: number) => low + (high - low) * next();

const AMOUNT: Partial<Record<Kind, readonly [number, number]>> = {
  boosterPlanned: [0.2, 0.6],
  boosterUnplanned: [0.2, 0.6],
  doubled: [1.7, 2.3],
  halved: [0.4, 0.6],
  released: [0.05, 0.15],
  newInflow: [0.15, 0.4],
  slowStart: [0.1, 0.4],
  batches: [2, 4],
};
const PASSING: readonly Kind[] = ["boosterPlanned", "boosterUnplanned"];

export function makePlot(kind: Kind, chance: Seeded): Plot {
  const station = kind === "station";
  const speed = station ? between(chance, 40, 150) : between(chance, 300, 4000);
  const weeks = between(chance, 14, 50);
  const [low, high] = AMOUNT[kind] ?? [1, 1];
  const from = Math.round(between(chance, 3, 30)) * 7;
  const lasts = Math.round(between(chance, 14, 42));
  return {
    kind,
    begins: dayAfter("2026-01-05", kind === "tet" ? 240 + chance.int(60) : chance.int(360)),
    speed,
    daily: station ? between(chance, 0.5, 0.9) : between(chance, 0.15, 0.4),
    weekly: station ? between(chance, 0.3, 0.6) : between(chance, 0.05, 0.2),
    wave: between(chance, 0, 0.25),
    period: between(chance, 60, 240),
    inflow: between(chance, 0.01, 0.12),
    stock: speed * weeks * 5,
    from: kind === "slowStart" ? 0 : from,
    to: kind === "slowStart" ? between(chance, 28, 90) : from + lasts,
    amount: between(chance, low, high),
  };
}

const holdsOn = ({ from, to }: Plot, at: number) => from <= at && at < to;

/** What of the ordinary speed there is on a day: by what was planned, and by what just happened. */
function factorOn(plot: Plot, at: number): number {
  const { kind, amount, from, to } = plot;
  if (PASSING.includes(kind)) return holdsOn(plot, at) ? amount : 1;
  if (kind === "doubled" || kind === "halved") return at >= from ? amount : 1;
  if (kind === "slowStart") return Math.min(1, amount + ((1 - amount) * at) / to);
  return 1;
}

function releasedOn({ kind, from, to, amount, stock }: Plot, at: number): number {
  return kind === "released" && (at === from || at === Math.round(to)) ? amount * stock : 0;
}

/** Lists that are signed every few weeks: all the work of the time between closes on that day. */
function closedOn(plot: Plot, at: number, waiting: number): number {
  const every = 7 * Math.round(plot.amount);
  return plot.kind !== "batches" || at % every === every - 3 ? waiting : 0;
}

/** People who are ill or away for a week: only one-worker stations stand still then. */
const STANDS_STILL = 0.04;

function dayWorks(plot: Plot, at: number, { week, chance }: { week: number; chance: Seeded }) {
  const day = dayAfter(plot.begins, at);
  const slow = Math.sin((2 * Math.PI * (at + plot.stock)) / plot.period) * plot.wave;
  const scatter = Math.exp(slow + week + plot.daily * normal(chance));
  const works = isWorkingDay(day, CALENDAR) ? scatter * factorOn(plot, at) : 0;
  const wrong = plot.kind === "newInflow" && at >= plot.from ? plot.amount : 0;
  const come = plot.speed * plot.inflow * 2 * chance.next() + plot.speed * wrong * (5 / 7);
  return { day, done: plot.speed * works, added: come, released: releasedOn(plot, at) };
}

export function runCampaign(plot: Plot, chance: Seeded): Campaign {
  const days: WorkedDay[] = [];
  const left: number[] = [];
  let stock = plot.stock;
  let week = 0;
  let waiting = 0;
  for (let at = 0; at < LONGEST && stock > 0; at += 1) {
    if (at % 7 === 0) week = plot.weekly * normal(chance);
    if (at % 7 === 0 && plot.kind === "station" && chance.next() < STANDS_STILL) week = -9;
    const one = dayWorks(plot, at, { week, chance });
    waiting = Math.min(waiting + one.done, stock + one.added);
    const done = closedOn(plot, at, waiting);
    waiting -= done;
    days.push({ ...one, done });
    stock += one.added - done - one.released;
    left.push(stock);
  }
  return { plot, days, left, end: stock <= 0 ? days.length - 1 : null };
}

/** What is known on the morning of a day of a campaign. */
export function knownAt({ plot, days, left }: Campaign, at: number): ForecastInput {
  const share = (day: string) => {
    const offset = (Date.parse(day) - Date.parse(plot.begins)) / 86_400_000;
    return plot.kind === "boosterPlanned" && holdsOn(plot, offset) ? 100 * plot.amount : 100;
  };
  return {
    remaining: left[at - 1] ?? plot.stock,
    days: days.slice(0, at),
    today: dayAfter(plot.begins, at),
    calendar: CALENDAR,
    shareOn: share,
  };
}
