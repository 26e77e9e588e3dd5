import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Outcome } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { moveTask } from "./move";
import { drawSample } from "./sample";
import type { TaskRow } from "./task-row";

const PASSES: readonly Outcome[] = ["matched", "repaired", "not_applicable"];

/** Something of the record has been corrected and has not reached its source. */
export async function isCorrected(sql: Sql, recordId: string): Promise<boolean> {
  const rows = await sql(
    "select 1 from correction where record_id = $1 and published_at is null limit 1",
    [recordId],
  );
  return rows.length > 0;
}

/** What passes waits for another officer or to go back to its source, what does not goes back to whoever sent it. */
export async function settle(
  sql: Sql,
  task: TaskRow,
  { outcome, actor }: { outcome: Outcome; actor: Actor },
): Promise<TaskRow> {
  if (!PASSES.includes(outcome)) {
    return moveTask(sql, task, { event: "fail", by: "system", actor });
  }
  const sampled = await drawSample(sql, [task]);
  const sampledOf = ({ id }: TaskRow) => sampled.has(id);
  const passed = await moveTask(sql, task, { event: "pass", by: "system", actor, sampledOf });
  if (passed.state === "approving") return passed;
  if (await isCorrected(sql, task.record_id)) return passed;
  // Nothing was corrected and yet it agrees: it had been right all along.
  const resolution = "falseMismatch";
  return moveTask(sql, passed, { event: "published", by: "system", actor, resolution });
}
