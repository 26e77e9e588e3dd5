import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import type { Cell } from "@/lib/domain/progress/figure";
import { scopeRange } from "@/lib/domain/units/unit";
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
  /** what lies at the unit itself; classes aren't told apart here and below, but for "same" */
  own: Cell[];
  /** by path of the unit directly below */
  below: Map<string, Cell[]>;
  /** by source system */
  sources: Map<string, Cell[]>;
}

interface Packed {
  part: "" | "own" | "below" | "source";
  place: string;
  kinds: Cell["kind"][];
  states: string[];
  outcomes: string[];
  classes: string[];
  people: number[];
  doses: number[];
  minutes: number[];
  at: Date;
}

function unpacked(row: Packed): Cell[] {
  return row.kinds.map((kind, i) => ({
    kind,
    state: row.states[i] ?? "",
    outcome: row.outcomes[i] ?? "",
    mainClass: row.classes[i] ?? "",
    people: row.people[i] ?? 0,
    doses: row.doses[i] ?? 0,
    minutes: row.minutes[i] ?? 0,
  }));
}

/** Reads all cells of a unit in one statement; those below only where there can be any. */
export async function readUnitCells(
  sql: Sql,
  unit: Pick<UnitLine, "path" | "level">,
): Promise<UnitCells> {
  const { from, to } = scopeRange(unit.path);
  const divided = unit.level !== "commune";
  const rows = await sql<Packed>(PAGE_CELLS, [from, to, unit.path.length, divided]);
  const of = (part: Packed["part"]) =>
    new Map(rows.filter((row) => row.part === part).map((row) => [row.place, unpacked(row)]));
  return {
    at: rows[0]?.at ?? new Date(),
    all: of("").get("") ?? [],
    own: of("own").get("") ?? [],
    below: of("below"),
    sources: of("source"),
  };
}
