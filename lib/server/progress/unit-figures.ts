import "server-only";
import type { Amount, Cell } from "@/lib/domain/progress/figure";
import {
  type Day,
  type FlowCell,
  type FlowEvent,
  OPEN_SIGNS,
  WORK,
} from "@/lib/domain/progress/flow";
import { type Late, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { addStep, type Step } from "@/lib/domain/progress/steps";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { UNIT_FIGURES } from "./figures-sql";
import type { Mark } from "./live";
import type { UnitLine } from "./unit";

/** By how much the open tasks of a unit grew, and how many people were closed by work. */
export interface Growth {
  people: number;
  done: number;
}

/** What is kept of a unit, all of it as it is at one instant. */
export interface UnitFigures {
  /** cut-off of all of it */
  at: Date;
  /** the unit and all below it, by class */
  all: Cell[];
  /** what lies at the unit itself; of cells here and below only "same" is a class to rely on */
  own: Cell[];
  /** by path of the unit directly below */
  below: Map<string, Cell[]>;
  /** by source system */
  sources: Map<string, Cell[]>;
  /** open tasks past their day, too long at one step, and touched by nobody for as long */
  late: Record<Late, number>;
  /** what happened on each day that was asked for; a day and event may come twice */
  flow: FlowCell[];
  /** how many went from one step to another in the days that were asked for */
  steps: Step[];
  /** by path of the unit directly below, over the same days */
  growth: Map<string, Growth>;
  /** how all of it stands: see `watchProgress` */
  mark: Mark;
}

/** First days of what is wanted beside the cells; nothing of it where they are left out. */
export interface Since {
  flow?: Day;
  /** of steps and of growth below */
  week?: Day;
}

interface Part {
  part: string;
  lines: string | null;
  at: Date | null;
}

type Words = string[];

const amountOf = (people = "", doses = "", minutes = ""): Amount => ({
  people: Number(people),
  doses: Number(doses),
  minutes: Number(minutes),
});

function cellOf([kind, state = "", outcome = "", mainClass = "", ...amount]: Words): Cell {
  const [people, doses, minutes] = amount;
  return {
    kind: kind as Cell["kind"],
    state,
    outcome,
    mainClass,
    ...amountOf(people, doses, minutes),
  };
}

function push<T>(into: Map<string, T[]>, key: string, one: T): void {
  const before = into.get(key);
  if (before) before.push(one);
  else into.set(key, [one]);
}

function grow(into: UnitFigures, place: string, more: Growth): void {
  const sum = into.growth.get(place) ?? { people: 0, done: 0 };
  into.growth.set(place, { people: sum.people + more.people, done: sum.done + more.done });
}

const LATE_KINDS: Record<string, Late> = { due: "overdue", since: "stuck", untouched: "starving" };

/** The last days by which an open task is late: due before the first, at its step since before the second. */
interface Before {
  due: Day;
  since: Day;
}

function addLate(into: UnitFigures, kind: string, people: number): void {
  const late = LATE_KINDS[kind];
  if (late) into.late[late] += people;
}

const isEvent = (event: string): event is FlowEvent => event !== "" && !event.includes(">");

interface Fresh {
  cell: Cell;
  event: string;
  source: string;
  place: string;
  day: Day;
  due: string;
  since: string;
  untouched: boolean;
}

/** The words of a line in the order of the statement, "" where there is none. */
const wordsOf = (words: Words) => (at: number) => words[at] ?? "";

function freshOf(words: Words): Fresh {
  const word = wordsOf(words);
  return {
    cell: cellOf([...words.slice(0, 4), ...words.slice(-3)]),
    event: word(4),
    source: word(5),
    place: word(6),
    day: word(7),
    due: word(8),
    since: word(9),
    untouched: word(10) === "true",
  };
}

const isBefore = (day: Day, last: Day) => day !== "" && day < last;

/** Where figures were put right, a cell of open tasks by day is written by itself; else it goes with its task. */
function addFreshLate(into: UnitFigures, fresh: Fresh, last: Before): void {
  const { kind, state, people } = fresh.cell as Amount & { kind: string; state: string };
  if (isBefore(kind in LATE_KINDS ? state : "", kind === "due" ? last.due : last.since)) {
    addLate(into, kind, people);
  }
  if (isBefore(fresh.due, last.due)) addLate(into, "due", people);
  if (!isBefore(fresh.since, last.since)) return;
  addLate(into, "since", people);
  if (fresh.untouched) addLate(into, "untouched", people);
}

function addFreshCell(into: UnitFigures, { cell, place, source }: Fresh): void {
  if (cell.kind in LATE_KINDS) return;
  into.all.push(cell);
  push(into.sources, source, cell);
  if (place) push(into.below, place, cell);
  else into.own.push(cell);
}

function addFreshEvent(into: UnitFigures, { cell, event, place, day }: Fresh, since: Since): void {
  const { people, doses, minutes } = cell;
  if (since.flow && day >= since.flow && isEvent(event)) {
    into.flow.push({ day, event, people, doses, minutes });
  }
  if (!since.week || day < since.week || event === "") return;
  addStep(into.steps, event, people);
  if (!place) return;
  const done = (WORK as readonly string[]).includes(event) ? people : 0;
  grow(into, place, { people: people * (OPEN_SIGNS[event] ?? 0), done });
}

type Adding = (into: UnitFigures, words: Words) => void;

/** What isn't folded yet is of the unit, of a unit below or the unit itself, of a source, and of a day. */
function freshAdding(since: Since, last: Before): Adding {
  return (into, words) => {
    const fresh = freshOf(words);
    addFreshCell(into, fresh);
    addFreshLate(into, fresh, last);
    addFreshEvent(into, fresh, since);
  };
}

const FOLDED: Record<string, Adding> = {
  class: (into, words) => into.all.push(cellOf(words)),
  own: (into, words) => into.own.push(cellOf(words)),
  below: (into, words) => push(into.below, words[7] ?? "", cellOf(words)),
  source: (into, words) => push(into.sources, words[7] ?? "", cellOf(words)),
  late: (into, [kind = "", people]) => addLate(into, kind, Number(people)),
  flow: (into, [day = "", event, ...amount]) =>
    into.flow.push({ day, event: event as FlowEvent, ...amountOf(...amount) }),
  step: (into, [event = "", people]) => addStep(into.steps, event, Number(people)),
  growth: (into, [place = "", people, done]) =>
    grow(into, place, { people: Number(people), done: Number(done) }),
  mark: (into, [mark = "0"]) => {
    into.mark = mark;
  },
};

function nothing(parts: readonly Part[]): UnitFigures {
  return {
    at: parts.find(({ at }) => at)?.at ?? new Date(),
    all: [],
    own: [],
    below: new Map(),
    sources: new Map(),
    late: { overdue: 0, stuck: 0, starving: 0 },
    flow: [],
    steps: [],
    growth: new Map(),
    mark: "0",
  };
}

/** Reads what is kept of a unit in one statement; units below only where there can be any. */
export async function readUnitFigures(
  sql: Sql,
  { path, level }: Pick<UnitLine, "path" | "level">,
  since: Since = {},
): Promise<UnitFigures> {
  const { from, to } = scopeRange(path);
  const { day } = clockThere(new Date());
  const last = { due: day, since: dayAfter(day, -STUCK_DAYS) };
  const days = [last.due, last.since, since.flow, since.week];
  const values = [from, to, path.length, level !== "commune", ...days];
  const parts = await sql<Part>(UNIT_FIGURES, values);
  const figures = nothing(parts);
  const adding: Record<string, Adding> = { ...FOLDED, fresh: freshAdding(since, last) };
  for (const { part, lines } of parts) {
    const add = adding[part];
    if (!add || lines === null) continue;
    for (const line of lines.split(";")) add(figures, line.split(","));
  }
  return figures;
}
