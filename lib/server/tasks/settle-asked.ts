import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import type { Compared } from "@/lib/server/matching/comparer";
import { saveResults } from "@/lib/server/matching/writes";
import { settle } from "./settle";
import { getTask } from "./task-row";

const UNCHANGED = "select 1 from record where id = $1 and version = $2 for update";
const REMATCHING = "select id from task where record_id = $1 and state = 'rematching'";

/**
 * Stores what the gateway said of one record, and moves the task that waits for it. A record that has
 * changed meanwhile is asked about again.
 */
export async function settleAsked(
  sql: Sql,
  compared: Compared,
  { modelVersion, actor }: { modelVersion: string; actor: Actor },
): Promise<void> {
  const { record, decision } = compared;
  const unchanged = await sql(UNCHANGED, [record.id, record.version]);
  if (unchanged.length === 0) return;
  const [waiting] = await sql<{ id: string }>(REMATCHING, [record.id]);
  const repairs = waiting ? { taskId: waiting.id } : null;
  await saveResults(sql, [compared], { runId: null, modelVersion, repairs, ahead: false });
  if (!waiting) return;
  const task = await getTask(sql, waiting.id);
  await settle(sql, task, { outcome: decision.outcome, actor });
}
