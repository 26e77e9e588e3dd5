import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { dueDay } from "@/lib/domain/tasks/due";
import type { Owner, Resolution } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { readCalendar } from "@/lib/server/units/calendar";
import { assignTasks } from "./assign";
import { TaskComment } from "./inputs";
import { moveTask } from "./move";
import { TASK_COLUMNS } from "./sql";
import { standing, stepCommand } from "./step-command";
import { getTaskFor, partsOf, type TaskRow } from "./task-row";

// The record's row is locked, so that of two who reopen at once the second sees the first one's task.
const STANDING = `
  select t.resolution, exists (
    select 1 from task o where o.record_id = r.id and o.state <> 'closed') as open
  from record r join task t on t.record_id = r.id where t.id = $1 for update of r`;

/**
 * Another record stands in this one's place: there is nothing to go on with. What coordinators have
 * withdrawn is theirs to open again.
 */
function refuseResolved(resolution: Resolution | null, actor: Actor): void {
  if (resolution === "duplicate") throw new AppError("RULE", "closedForGood");
  if (resolution === "withdrawn" && actor.role !== "coordinator") {
    throw new AppError("RULE", "onlyCoordinator");
  }
}

async function refuseStanding(sql: Sql, taskId: string, actor: Actor): Promise<void> {
  const rows = await sql<{ resolution: Resolution | null; open: boolean }>(STANDING, [taskId]);
  const { resolution, open } = found(rows[0]);
  refuseResolved(resolution, actor);
  if (open) throw new AppError("RULE", "anotherOpen");
}

// Work begins anew: what was confirmed and listed stands in the history and on the lists.
const BEGIN = `
  update task t set confirmed = null, confirmed_person_id = null, handover_id = null, returns = 0,
    due_on = $2 where t.id = $1 returning ${TASK_COLUMNS}`;

const MAY: readonly Owner[] = ["police", "health", "coordinator"];

function partOf(actor: Actor): Owner {
  return partsOf(actor).find((part) => MAY.includes(part)) ?? "system";
}

async function begin(sql: Sql, task: TaskRow, now: Date): Promise<TaskRow> {
  return found((await sql<TaskRow>(BEGIN, [task.id, dueDay(now, await readCalendar(sql))]))[0]);
}

/** A closed task is worked on again, for a reason that the next officer reads. */
export const reopenTask = stepCommand({
  name: "task.reopen",
  permission: "task:reopen",
  input: TaskComment,
  async run({ sql, actor, now }, input) {
    const task = await getTaskFor(sql, actor, input);
    await refuseStanding(sql, task.id, actor);
    const { comment } = input;
    const opened = await moveTask(sql, task, {
      event: "reopen",
      by: partOf(actor),
      actor,
      comment,
    });
    const [assigned = opened] = await assignTasks(sql, [await begin(sql, opened, now)], actor);
    return {
      data: standing(assigned),
      audit: { entity: "task", entityId: task.id, detail: { to: assigned.state } },
    };
  },
});
