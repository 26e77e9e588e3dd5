import {
  type Around,
  DAYS_AHEAD,
  type Day,
  type Forecast,
  forecast,
  type Giving,
  holds,
  minutesIn,
  workingDays,
  workingDaysAgo,
} from "./capacity";
import type { MinutesOf } from "./measured-effort";

/** Open tasks of one office, class and list, counted by the database. */
export interface WorkCell {
  unitId: string;
  force: string;
  hamletId: string | null;
  mainClass: string;
  /** on whose list; null: on the unit's */
  officerId: string | null;
  tasks: number;
  overdue: number;
  /** the day on which the oldest of them was made */
  oldest: Day;
}

/** What an officer has done. */
export interface Done {
  officerId: string;
  /** steps in the last seven days */
  week: number;
  /** the last day on which they took one */
  last: Day;
}

export interface WorkerGiving extends Giving {
  officerId: string;
  fullName: string;
  role: string;
  unitId: string;
  hamletId: string | null;
}

export interface Circumstances extends Around {
  today: Day;
  minutesOf: MinutesOf;
  /** working days without anything done after which somebody with work is stuck */
  stuckDays: number;
}

interface Amount {
  tasks: number;
  minutes: number;
  overdue: number;
  oldest: Day | null;
}

export interface OfficerWork extends Amount {
  officerId: string;
  fullName: string;
  role: string;
  /** minutes that they have today, and in the coming days */
  today: number;
  ahead: number;
  done: number;
  absentUntil: Day | null;
  stuck: boolean;
  /** null: not within a year of work */
  finish: Forecast | null;
}

export interface UnitWork extends Amount {
  unitId: string;
  today: number;
  ahead: number;
  done: number;
  /** tasks on nobody's list, and of those the ones whose office has nobody at all */
  unassigned: number;
  withoutOfficer: number;
  stuck: number;
  finish: Forecast | null;
}

function amountOf(cells: readonly WorkCell[], minutesOf: MinutesOf): Amount {
  const days = cells.map((cell) => cell.oldest).toSorted();
  return {
    tasks: cells.reduce((sum, cell) => sum + cell.tasks, 0),
    minutes: cells.reduce(
      (sum, cell) => sum + cell.tasks * minutesOf(cell.force, cell.mainClass),
      0,
    ),
    overdue: cells.reduce((sum, cell) => sum + cell.overdue, 0),
    oldest: days[0] ?? null,
  };
}

function absentUntil(giving: Giving, today: Day): Day | null {
  const now = giving.absences.find((absence) => holds(absence, today));
  return now?.to ?? null;
}

/** Nothing done for so long, with work that old, by somebody who is there. */
function isStuck(
  of: { amount: Amount; last: Day | undefined; away: boolean },
  { today, stuckDays, calendar }: Circumstances,
): boolean {
  const { amount, last, away } = of;
  if (away || amount.oldest === null) return false;
  const limit = workingDaysAgo(today, stuckDays, calendar);
  return amount.oldest < limit && (last === undefined || last < limit);
}

/** The work of each officer, whoever has most to do for their time first. */
export function officerWork(
  cells: readonly WorkCell[],
  workers: readonly WorkerGiving[],
  of: Circumstances & { done: readonly Done[] },
): OfficerWork[] {
  const { today, campaigns, calendar } = of;
  const days = workingDays(today, DAYS_AHEAD, calendar);
  const lists = grouped(cells, (cell) => cell.officerId ?? "");
  const done = new Map(of.done.map((one) => [one.officerId, one]));
  const all = workers.map((worker): OfficerWork => {
    const amount = amountOf(lists.get(worker.officerId) ?? [], of.minutesOf);
    const until = absentUntil(worker, today);
    const { week = 0, last } = done.get(worker.officerId) ?? {};
    return {
      officerId: worker.officerId,
      fullName: worker.fullName,
      role: worker.role,
      ...amount,
      today: minutesIn(days.slice(0, days[0] === today ? 1 : 0), worker, campaigns),
      ahead: minutesIn(days, worker, campaigns),
      done: week,
      absentUntil: until,
      stuck: isStuck({ amount, last, away: until !== null }, of),
      finish: forecast(amount.minutes, { from: today, givings: [worker], campaigns, calendar }),
    };
  });
  return all.toSorted((a, b) => later(a.finish, b.finish) || b.minutes - a.minutes);
}

/** Never comes before every day, a late day before an early one. */
function later(a: Forecast | null, b: Forecast | null): number {
  return (b?.days ?? Number.MAX_SAFE_INTEGER) - (a?.days ?? Number.MAX_SAFE_INTEGER);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function officeKey(force: string, of: { unitId: string; hamletId: string | null }): string {
  return `${force} ${force === "hamlet" ? (of.hamletId ?? "-") : of.unitId}`;
}

/**
 * When all offices of a unit are done: an office's work is done by its own officers only. What lies with
 * an office that has nobody is counted apart; it would hide when all the others are done.
 */
function finishOf(
  cells: readonly WorkCell[],
  workers: readonly WorkerGiving[],
  of: Circumstances,
): { finish: Forecast | null; withoutOfficer: number } {
  const { today: from, campaigns, calendar } = of;
  const staff = grouped(workers, (worker) => officeKey(worker.role, worker));
  let finish: Forecast | null = { days: 0, on: from };
  let withoutOfficer = 0;
  for (const [key, own] of grouped(cells, (cell) => officeKey(cell.force, cell))) {
    const { minutes, tasks } = amountOf(own, of.minutesOf);
    const givings = staff.get(key) ?? [];
    if (givings.length === 0) {
      withoutOfficer += tasks;
      continue;
    }
    const then = forecast(minutes, { from, givings, campaigns, calendar });
    if (later(finish, then) > 0) finish = then;
  }
  const all = cells.reduce((sum, cell) => sum + cell.tasks, 0);
  return { finish: withoutOfficer === all ? null : finish, withoutOfficer };
}

function unitWork(
  unitId: string,
  of: { cells: WorkCell[]; workers: WorkerGiving[] },
  circumstances: Circumstances & { done: readonly Done[] },
): UnitWork {
  const { cells, workers } = of;
  const officers = officerWork(cells, workers, circumstances);
  const loose = cells.filter((cell) => cell.officerId === null);
  const sum = (pick: (one: OfficerWork) => number) =>
    officers.reduce((all, one) => all + pick(one), 0);
  return {
    unitId,
    ...amountOf(cells, circumstances.minutesOf),
    today: sum((one) => one.today),
    ahead: sum((one) => one.ahead),
    done: sum((one) => one.done),
    unassigned: loose.reduce((all, cell) => all + cell.tasks, 0),
    stuck: officers.filter((one) => one.stuck).length,
    ...finishOf(cells, workers, circumstances),
  };
}

/** Units with work, the worst first: never done, then done last, then most overdue. */
export function unitsWork(
  cells: readonly WorkCell[],
  workers: readonly WorkerGiving[],
  circumstances: Circumstances & { done: readonly Done[] },
): UnitWork[] {
  const staff = grouped(workers, (worker) => worker.unitId);
  const units = [...grouped(cells, (cell) => cell.unitId)].map(([unitId, own]) =>
    unitWork(unitId, { cells: own, workers: staff.get(unitId) ?? [] }, circumstances),
  );
  return units.toSorted(
    (a, b) => later(a.finish, b.finish) || b.overdue - a.overdue || (a.unitId < b.unitId ? -1 : 1),
  );
}
