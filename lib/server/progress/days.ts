import "server-only";
import { type DayFlow, daysOf, type FlowCell } from "@/lib/domain/progress/flow";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { UNIT_DAYS } from "./figures-sql";
import type { UnitLine } from "./unit";

/** What happened at a unit on each day from `from` to `to`. */
export async function readDays(
  sql: Sql,
  { path }: Pick<UnitLine, "path">,
  { from, to }: { from: string; to: string },
): Promise<DayFlow[]> {
  const rows = await sql<FlowCell>(UNIT_DAYS, [path, scopeRange(path).to, from]);
  return daysOf(rows, from, to);
}
