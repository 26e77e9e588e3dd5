import "server-only";
import { type DayFlow, daysOf, type FlowCell } from "@/lib/domain/progress/flow";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { UNIT_DAYS } from "./figures-sql";
import type { UnitLine } from "./unit";

/** What happened at a unit from a day on, event by event. */
export function readFlow(
  sql: Sql,
  { path }: Pick<UnitLine, "path">,
  from: string,
): Promise<FlowCell[]> {
  return sql<FlowCell>(UNIT_DAYS, [path, scopeRange(path).to, from]);
}

/** What happened at a unit on each day from `from` to `to`. */
export async function readDays(
  sql: Sql,
  unit: Pick<UnitLine, "path">,
  { from, to }: { from: string; to: string },
): Promise<DayFlow[]> {
  return daysOf(await readFlow(sql, unit, from), from, to);
}
