import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import type { SqlArea } from "@/lib/server/core/list-sql";

interface Place {
  path: string;
  level: UnitLevel;
}

const UNIT = `
  select path, level from unit
  where id = $1 and valid_to is null and path >= $2 and path < $3`;

// Rows whose province isn't known either lie with the country itself.
const PROVINCES = `
  select path from unit
  where level in ('nation', 'province') and valid_to is null and path >= $1 and path < $2 order by path`;

/** Where a list looks: the actor's area, or a unit's inside it; a unit elsewhere is not found. */
export async function readArea(sql: Sql, actor: Actor, unitId?: string): Promise<SqlArea> {
  const { from, to } = scopeRange(actor.unitPath);
  const { path, level } = unitId
    ? found((await sql<Place>(UNIT, [unitId, from, to]))[0])
    : { path: actor.unitPath, level: actor.unitLevel };
  if (level === "commune") return { kind: "commune", path };
  if (level === "province") return { kind: "province", path };
  const provinces = await sql<{ path: string }>(PROVINCES, [from, to]);
  return { kind: "nation", provinces: provinces.map((one) => one.path) };
}
