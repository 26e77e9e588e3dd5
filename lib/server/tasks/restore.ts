import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Owner } from "@/lib/domain/tasks/states";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { eventRow, type Move, takeStep } from "./move";
import { INSERT_EVENTS, RESTORE_TASK } from "./sql";
import { changedMeanwhile, type TaskRow } from "./task-row";

/**
 * Takes the last step of a task back: everything that the step changed in its row is as it was, and
 * the history has one event more.
 */
export async function restoreTask(
  sql: Sql,
  task: TaskRow,
  of: { by: Owner; actor: Actor },
): Promise<TaskRow> {
  const move: Move = { event: "undo", ...of };
  const taken = takeStep(task, move, { now: new Date(), calendar: NO_DAYS });
  const [row] = await sql<TaskRow>(RESTORE_TASK, [task.id, task.version, of.actor.officerId]);
  if (!row) throw await changedMeanwhile(sql, task.id);
  await sql(INSERT_EVENTS, [JSON.stringify([eventRow(taken, move)])]);
  return row;
}
