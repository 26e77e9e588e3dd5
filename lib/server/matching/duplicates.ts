import "server-only";
import type { Sql } from "@/lib/server/core/db";

/**
 * What the records of a group have in common: all were found to be one person (`person`), they carry one
 * number (`number`), or, without a number, name, date, sex and phone (`contact`).
 */
export type GroupKind = "person" | "number" | "contact";

/**
 * Finds the records that may be one person's: those of a run beside all others of its starter's area.
 * Gives how many groups hold a record of the run.
 */
export async function groupDuplicates(sql: Sql, runId: string): Promise<number> {
  const [found] = await sql<{ groups: number }>("select group_duplicates($1) as groups", [runId]);
  return found?.groups ?? 0;
}
