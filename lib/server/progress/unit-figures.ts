import "server-only";
import type { Amount, Cell } from "@/lib/domain/progress/figure";
import {
  type Day,
  type FlowCell,
  type FlowEvent,
  OPEN_SIGNS,
  WORK,
} from "@/lib/domain/progress/flow";
import { type Late, lastDays } from "@/lib/domain/progress/line-filter";
import { addStep, type Step } from "@/lib/domain/progress/steps";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { UNIT_FIGURES } from "./figures-sql";
import { type Mark, markOf } from "./mark";
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

type Kept = Omit<UnitFigures, "mark">;

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

function grow(into: Kept, place: string, more: Growth): void {
  const sum = into.growth.get(place) ?? { people: 0, done: 0 };
  into.growth.set(place, { people: sum.people + more.people, done: sum.done + more.done });
}

const LATE_KINDS: Record<string, Late> = { due: "overdue", since: "stuck", untouched: "starving" };

function addLate(into: Kept, kind: string, people: number): void {
  const late = LATE_KINDS[kind];
  if (late) into.late[late] += people;
}

const isEvent = (event: string): event is FlowEvent => event !== "" && !event.includes(">");

/** Where something that isn't folded lies. */
interface Place {
  source: string;
  /** path of the unit directly below, "" where it is the unit itself */
  place: string;
}

/** One side of it: what a task came to, or what it left. */
interface Side extends Place {
  cell: Cell;
  /** whether it is overdue, stuck and starving there: "t" or "f" each */
  late: Words;
}

interface Event extends Place {
  event: string;
  day: Day;
  amount: Amount;
}

const sideOf = (of: Place, words: Words): Side => ({
  ...of,
  cell: cellOf([...words.slice(0, 4), ...words.slice(7)]),
  late: words.slice(4, 7),
});

/** Of a line: what happened, and its sides. The second has no state where nothing was left. */
function freshOf(words: Words): { event: Event; sides: Side[] } {
  const [event = "", source = "", place = "", day = "", kind = ""] = words;
  const of = { source, place };
  const came = sideOf(of, [...words.slice(4, 11), ...words.slice(17, 20)]);
  const { people, doses, minutes } = came.cell;
  const taken = [people, ...words.slice(20).map(Number)].map((amount) => String(-amount));
  const left = sideOf(of, [kind, ...words.slice(11, 17), ...taken]);
  return {
    event: { ...of, event, day, amount: { people, doses, minutes } },
    sides: left.cell.state === "" ? [came] : [came, left],
  };
}

function addSide(into: Kept, { cell, place, source, late }: Side): void {
  for (const [at, kind] of Object.keys(LATE_KINDS).entries()) {
    if (late[at] === "t") addLate(into, kind, cell.people);
  }
  if (cell.kind in LATE_KINDS) return;
  into.all.push(cell);
  push(into.sources, source, cell);
  if (place) push(into.below, place, cell);
  else into.own.push(cell);
}

function addEvent(into: Kept, { event, place, day, amount }: Event, since: Since): void {
  const { people } = amount;
  if (since.flow && day >= since.flow && isEvent(event)) into.flow.push({ day, event, ...amount });
  if (!since.week || day < since.week || event === "") return;
  addStep(into.steps, event, people);
  if (!place) return;
  const done = (WORK as readonly string[]).includes(event) ? people : 0;
  grow(into, place, { people: people * (OPEN_SIGNS[event] ?? 0), done });
}

type Adding = (into: Kept, words: Words) => void;

/** What isn't folded yet is of the unit, of a unit below or the unit itself, of a source, and of a day. */
function freshAdding(since: Since): Adding {
  return (into, words) => {
    const { sides, event } = freshOf(words);
    for (const side of sides) addSide(into, side);
    addEvent(into, event, since);
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
};

function nothing(parts: readonly Part[]): Kept {
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
  const last = lastDays(day);
  const days = [last.due, last.since, since.flow, since.week];
  const values = [from, to, path.length, level !== "commune", ...days];
  const parts = await sql<Part>(UNIT_FIGURES, values);
  const figures = nothing(parts);
  const adding: Record<string, Adding> = { ...FOLDED, fresh: freshAdding(since) };
  for (const { part, lines } of parts) {
    const add = adding[part];
    if (!add || lines === null) continue;
    for (const line of lines.split(";")) add(figures, line.split(","));
  }
  return { ...figures, mark: markOf(figures.all, figures.late) };
}
