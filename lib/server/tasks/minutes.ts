import "server-only";
import { type Measured, type MinutesOf, minutesBy } from "@/lib/domain/tasks/measured-effort";
import type { Sql } from "@/lib/server/core/db";
import { readSetting } from "@/lib/server/units/settings";

const MEASURED = `
  select force, main_class as "mainClass", tasks, minutes from effort_measured order by 1, 2`;

/** What tasks of each class were measured to take each force, over the whole installation. */
export function readMeasured(sql: Sql): Promise<Measured[]> {
  return sql<Measured>(MEASURED);
}

/** The minutes that a task counts for, as the installation has chosen. */
export async function readMinutes(sql: Sql): Promise<MinutesOf> {
  const source = await readSetting(sql, "effortSource");
  return minutesBy(source, source === "measured" ? await readMeasured(sql) : []);
}
