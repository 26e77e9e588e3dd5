import "server-only";
import { type DayFlow, daysOf } from "@/lib/domain/progress/flow";
import type { Sql } from "@/lib/server/core/db";
import type { UnitLine } from "./unit";
import { readUnitFigures } from "./unit-figures";

/** What happened at a unit on each day from `from` to `to`. */
export async function readDays(
  sql: Sql,
  unit: Pick<UnitLine, "path" | "level">,
  { from, to }: { from: string; to: string },
): Promise<DayFlow[]> {
  return daysOf((await readUnitFigures(sql, unit, { flow: from })).flow, from, to);
}
