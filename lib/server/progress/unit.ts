import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import type { Cell } from "@/lib/domain/progress/figure";
import { type Late, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { PAGE_CELLS } from "./figures-sql";
import { TRAIL, UNIT } from "./sql";

export interface UnitLine {
  id: string;
  name: string;
  level: UnitLevel;
  path: string;
}

/** Today's unit by id within the actor's area; the actor's own without an id. */
export async function getUnit(
  sql: Sql,
  actor: Actor,
  unitId: string | undefined,
): Promise<UnitLine> {
  const { from, to } = scopeRange(actor.unitPath);
  const rows = await sql<UnitLine>(UNIT, [unitId ?? actor.unitId, from, to]);
  return found(rows[0]);
}

/** From the actor's own unit down to this one: the viewer's area ends there. */
export function listTrail(sql: Sql, actor: Actor, unit: UnitLine): Promise<UnitLine[]> {
  return sql<UnitLine>(TRAIL, [unit.path, actor.unitPath]);
}

/** Cells of a unit at one instant. */
export interface UnitCells {
  /** cut-off of all of them */
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
}

/** Cells of one part and place, column by column, with commas between them. */
interface Packed {
  part: "" | "own" | "below" | "source" | "fresh" | "late";
  place: string;
  kinds: string | null;
  states: string | null;
  outcomes: string | null;
  classes: string | null;
  people: string | null;
  doses: string | null;
  minutes: string | null;
  at: Date | null;
}

const split = (packed: string | null) => packed?.split(",") ?? [];

function unpacked(row: Packed): Cell[] {
  const [states, outcomes, classes] = [split(row.states), split(row.outcomes), split(row.classes)];
  const [people, doses, minutes] = [split(row.people), split(row.doses), split(row.minutes)];
  return split(row.kinds).map((kind, i) => ({
    kind: kind as Cell["kind"],
    state: states[i] ?? "",
    outcome: outcomes[i] ?? "",
    mainClass: classes[i] ?? "",
    people: Number(people[i]),
    doses: Number(doses[i]),
    minutes: Number(minutes[i]),
  }));
}

function push(into: Map<string, Cell[]>, key: string, cells: Cell[]): void {
  const before = into.get(key);
  if (before) before.push(...cells);
  else into.set(key, cells);
}

/** What isn't folded yet belongs to the unit, to a unit below or the unit itself, and to a source. */
function addFresh(into: UnitCells, row: Packed): void {
  const [place = "", source = ""] = row.place.split(" ");
  const cells = unpacked(row);
  into.all.push(...cells);
  push(into.sources, source, [...cells]);
  if (place) push(into.below, place, cells);
  else into.own.push(...cells);
}

const LATE_KINDS: Record<string, Late> = { due: "overdue", since: "stuck", untouched: "starving" };

function addRow(into: UnitCells, row: Packed): void {
  if (row.part === "fresh") addFresh(into, row);
  else if (row.part === "late") {
    const late = LATE_KINDS[row.place];
    if (late) into.late[late] = Number(row.people);
  } else if (row.part === "below") push(into.below, row.place, unpacked(row));
  else if (row.part === "source") push(into.sources, row.place, unpacked(row));
  else (row.part === "own" ? into.own : into.all).push(...unpacked(row));
}

/** Reads all cells of a unit in one statement; those below only where there can be any. */
export async function readUnitCells(
  sql: Sql,
  unit: Pick<UnitLine, "path" | "level">,
): Promise<UnitCells> {
  const { from, to } = scopeRange(unit.path);
  const { day } = clockThere(new Date());
  const divided = unit.level !== "commune";
  const late = [day, dayAfter(day, -STUCK_DAYS)];
  const rows = await sql<Packed>(PAGE_CELLS, [from, to, unit.path.length, divided, ...late]);
  const cells: UnitCells = {
    at: rows.find(({ at }) => at)?.at ?? new Date(),
    all: [],
    own: [],
    below: new Map(),
    sources: new Map(),
    late: { overdue: 0, stuck: 0, starving: 0 },
  };
  for (const row of rows) addRow(cells, row);
  return cells;
}
