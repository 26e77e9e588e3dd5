import "server-only";
import { type Cell, type Figures, figuresOf } from "@/lib/domain/progress/figure";
import { type DayFlow, daysOf, type OpenOn, openOn } from "@/lib/domain/progress/flow";
import type { ForecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { WorkedDay } from "@/lib/domain/progress/forecast/input";
import { type Lever, leversOf } from "@/lib/domain/progress/forecast/levers";
import { type SpeedNeeded, speedNeeded } from "@/lib/domain/progress/forecast/speed-needed";
import type { Campaign } from "@/lib/domain/tasks/capacity";
import { clockThere, dayAfter, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { readCampaigns } from "@/lib/server/tasks/workers";
import { readCalendar } from "@/lib/server/units/calendar";
import { readSetting } from "@/lib/server/units/settings";
import { candidatesOf } from "./candidates";
import {
  type Ahead,
  type ForecastSource,
  forecastInput,
  forecastOf,
  peopleAhead,
} from "./remembered";
import { findTarget, type Target } from "./targets";
import { getUnit, type UnitLine } from "./unit";
import { readUnitFigures } from "./unit-figures";

/** Days of own history that a forecast looks back on. */
const LOOKS_BACK = 400;
/** Weeks that the picture of what remains goes back. */
const WEEKS_SHOWN = 26;

export interface Outlook {
  unit: UnitLine;
  /** cut-off of what remains */
  at: Date;
  today: string;
  /** people with an open task, and minutes of work that are expected of them */
  people: number;
  minutes: number;
  end: ForecastEnd;
  /** people of a full working day, as it goes now; null before six weeks of own work, or without an end */
  peoplePerDay: number | null;
  target: Target | null;
  /** the speed that the target asks for; null without one, or when no working day is left */
  needed: SpeedNeeded | null;
  /** what would help most, the best first */
  levers: Lever[];
  /** what remained at the end of each week, and today */
  history: OpenOn[];
  ahead: Ahead[];
  campaigns: Campaign[];
  calendar: WorkCalendar;
}

export function workedDays(days: readonly DayFlow[]): WorkedDay[] {
  return days.map(({ day, opened, reopened, moved, cleaned, otherwise, worked }) => ({
    day,
    done: worked.minutes,
    added: opened.minutes + reopened.minutes + moved.minutes,
    released: cleaned.minutes + otherwise.minutes - worked.minutes,
  }));
}

const isEmpty = ({ opened, reopened, moved, cleaned, otherwise }: DayFlow) =>
  [opened, reopened, moved, cleaned, otherwise].every(({ people }) => people === 0);

/** The end of each week back to when the figures begin, and now. */
function weekly(open: number, days: readonly DayFlow[]): OpenOn[] {
  const first = days.findIndex((flow) => !isEmpty(flow));
  if (first < 0) return days.slice(-1).map(({ day }) => ({ day, open }));
  const line = openOn(open, days.slice(first));
  const today = line.length - 1;
  return line.filter((_, at) => (today - at) % 7 === 0 && today - at <= WEEKS_SHOWN * 7);
}

interface Around {
  today: string;
  calendar: WorkCalendar;
  campaigns: Campaign[];
}

/** What holds for every unit of the actor's area. */
export async function readAround(sql: Sql): Promise<Around> {
  const today = clockThere(new Date()).day;
  const [calendar, campaigns] = await Promise.all([
    readCalendar(sql),
    readCampaigns(sql, dayAfter(today, -LOOKS_BACK)),
  ]);
  return { today, calendar, campaigns };
}

export interface UnitHistory {
  cells: Cell[];
  figures: Figures;
  days: DayFlow[];
}

export async function readHistory(
  sql: Sql,
  unit: UnitLine,
  today: string,
): Promise<UnitHistory & { at: Date }> {
  const from = dayAfter(today, -LOOKS_BACK);
  const { at, all, flow } = await readUnitFigures(sql, unit, { flow: from });
  return { cells: all, figures: figuresOf(all), days: daysOf(flow, from, today), at };
}

/** What a forecast of a unit is made from. The day under way is no day of history yet. */
export function forecastSource(
  { path }: Pick<UnitLine, "path">,
  { figures, days }: Pick<UnitHistory, "figures" | "days">,
  around: Around,
): ForecastSource {
  return { ...around, path, minutes: figures.openMinutes, days: workedDays(days.slice(0, -1)) };
}

/** When a unit will be done; of one instant where the transaction is. */
export async function readOutlook(sql: Sql, unit: UnitLine): Promise<Outlook> {
  const around = await readAround(sql);
  const [history, target, capacity] = await Promise.all([
    readHistory(sql, unit, around.today),
    findTarget(sql, unit.path),
    readSetting(sql, "capacityMinutes"),
  ]);
  const { cells, figures, days, at } = history;
  const source = forecastSource(unit, history, around);
  const forecast = forecastOf(source, target);
  const { end } = forecast;
  const basis = end.kind === "interval" || end.kind === "never" ? end : null;
  const { perDay = 0, addedPerDay = 0 } = basis ?? {};
  const perMinute = figures.openMinutes > 0 ? figures.open / figures.openMinutes : 0;
  // What is arithmetic is done with the minutes of this moment, to the last one.
  const steady = { ...forecastInput(source), remaining: figures.openMinutes, perDay, addedPerDay };
  return {
    unit,
    at,
    ...around,
    people: figures.open,
    minutes: figures.openMinutes,
    end,
    peoplePerDay: basis && perDay * perMinute,
    target,
    needed: target && speedNeeded({ ...steady, people: figures.open, deadline: target.deadline }),
    levers: basis
      ? leversOf({ ...steady, candidates: await candidatesOf(sql, unit, { cells, capacity }) })
      : [],
    history: weekly(figures.open, days),
    ahead: peopleAhead(forecast, figures.open),
  };
}

/** When a unit will be done, how quick it would have to be, and what would help most. */
export const getOutlook = query<string | undefined, Outlook>(
  "progress:read",
  async ({ sql, actor }, unitId) => readOutlook(sql, await getUnit(sql, actor, unitId)),
  "snapshot",
);
