import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { provincePath, scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import type { Condition, SqlArea } from "@/lib/server/core/list-sql";

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

/**
 * A commune's tasks in another order than by due day are sorted. Of more than these it takes longer than to
 * follow the index of its province and pass over the other communes.
 */
export const MOST_SORTED = 20_000;

/** A commune as a part of its province's lists. */
export function throughProvince(path: string): { area: SqlArea; inside: Condition } {
  return {
    area: { kind: "province", path: provincePath(path) },
    inside: { text: "t.unit_path = ?", values: [path] },
  };
}
