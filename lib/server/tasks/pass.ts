import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import type { Compared } from "@/lib/server/matching/comparer";
import { saveResults } from "@/lib/server/matching/writes";
import { moveTasks } from "./move";
import { drawSample } from "./sample";
import type { TaskRow } from "./task-row";

// What the engine has just repaired belongs to the task in whose course it did: an undo takes it back.
const BELONGS = `
  update correction c set task_id = t.id from task t
  where t.id = any($1) and c.record_id = t.record_id and c.source = 'engine' and c.task_id is null
    and c.at = now()`;

const CORRECTED =
  "select distinct record_id from correction where record_id = any($1) and published_at is null";

export interface PassOf {
  actor: Actor;
  modelVersion: string;
  /** the comparison of each task's record, all of them accepted */
  compared: Compared[];
}

/**
 * Tasks that are being compared again and whose records are accepted now: what was corrected or
 * repaired waits for its source, or for another officer where the sample takes it; what was right all
 * along is closed as a false alarm. Gives the rows as they are then.
 */
export async function passTasks(sql: Sql, tasks: TaskRow[], of: PassOf): Promise<TaskRow[]> {
  if (tasks.length === 0) return [];
  const { actor, modelVersion, compared } = of;
  const repairs = { taskId: null };
  await saveResults(sql, compared, { runId: null, modelVersion, repairs, ahead: false });
  await sql(BELONGS, [tasks.map((task) => task.id)]);
  const sampled = await drawSample(sql, tasks);
  const sampledOf = ({ id }: TaskRow) => sampled.has(id);
  const all = await moveTasks(sql, tasks, { event: "pass", by: "system", actor, sampledOf });
  const waiting = all.filter((task) => task.state === "approving");
  const passed = all.filter((task) => task.state !== "approving");
  const rows = await sql<{ record_id: string }>(CORRECTED, [tasks.map((task) => task.record_id)]);
  const corrected = new Set(rows.map((row) => row.record_id));
  const right = passed.filter((task) => !corrected.has(task.record_id));
  const closed = await moveTasks(sql, right, {
    event: "published",
    by: "system",
    actor,
    resolution: "falseMismatch",
  });
  return [...waiting, ...passed.filter((task) => corrected.has(task.record_id)), ...closed];
}
