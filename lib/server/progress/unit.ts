import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
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
