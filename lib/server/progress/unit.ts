import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Cell } from "@/lib/domain/progress/figure";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { CELLS, TRAIL, UNIT } from "./sql";

export interface UnitLine {
  id: string;
  name: string;
  level: string;
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

/** Cells of a unit, each with the unit directly below that it belongs to; "" is the unit itself. */
export type UnitCell = Cell & { unitId: string };

export function readCells(sql: Sql, unit: { path: string }): Promise<UnitCell[]> {
  const { from, to } = scopeRange(unit.path);
  return sql<UnitCell>(CELLS, [from, to, unit.path.length]);
}
