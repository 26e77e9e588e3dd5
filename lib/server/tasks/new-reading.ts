import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { compareOne } from "@/lib/server/matching/run";
import { moveTask } from "./move";
import { settle } from "./settle";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

/** Compares a record with the newer reading that its task has waited for: it passes, or goes back. */
export async function rematchWithReading(sql: Sql, task: TaskRow, actor: Actor): Promise<TaskRow> {
  const moved = await moveTask(sql, task, { event: "newReading", by: "system", actor });
  const compared = await compareOne(sql, task.record_id, task.id);
  return settle(sql, moved, { outcome: compared?.decision.outcome ?? "insufficient", actor });
}

// Asked once more under lock: another worker, or an officer, may have been faster.
const WAITING = `
  select ${TASK_COLUMNS} from task t
  where t.id = $1 and t.state = 'waiting' and t.wait_reason = 'registry'
    and (t.lease_until is null or t.lease_until < now())
  for update skip locked`;

/** The same for a task that was seen to wait; false where somebody else has seen to it. */
export async function rematchWaiting(sql: Sql, taskId: string, actor: Actor): Promise<boolean> {
  const [task] = await sql<TaskRow>(WAITING, [taskId]);
  if (task) await rematchWithReading(sql, task, actor);
  return task !== undefined;
}
