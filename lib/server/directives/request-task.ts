import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import { forceOfKind, type RequestKind } from "@/lib/domain/directives/request";
import { dueDay } from "@/lib/domain/tasks/due";
import { EFFORT_MINUTES } from "@/lib/domain/tasks/effort";

import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { readLoads, takeLeastLoaded } from "@/lib/server/tasks/loads";
import { moveTask } from "@/lib/server/tasks/move";
import { INSERT_TASKS } from "@/lib/server/tasks/sql";
import { getTask, type TaskRow } from "@/lib/server/tasks/task-row";
import { readCalendar } from "@/lib/server/units/calendar";
import { getOpenRequest, RequestVersion } from "./requests";
import { LAST_TASK, RECORD } from "./sql";

interface Place {
  id: string;
  unit_id: string;
  unit_path: string;
  hamlet_id: string | null;
  main_class: keyof typeof EFFORT_MINUTES;
  main_field: string | null;
}

/** A task for a record that never had one: the engine found nothing wrong, a citizen did. */
async function insertTask(sql: Sql, place: Place, of: { force: Force; dueOn: string }) {
  const { id: record_id, ...where } = place;
  const id = newId();
  const row = {
    id,
    record_id,
    ...where,
    state: "new",
    force: "system",
    first_force: of.force,
    rule: "citizenRequest",
    effort: EFFORT_MINUTES[place.main_class],
    assignee_id: null,
    due_on: of.dueOn,
    version: 1,
  };
  await sql(INSERT_TASKS, [JSON.stringify([row])]);
  return getTask(sql, id);
}

/** The record's task, in `new`: the one it had is opened again, with the reason; else there is a first. */
async function openTask(
  { sql, actor, now }: CommandContext,
  place: Place,
  of: { force: Force; comment: string },
): Promise<TaskRow> {
  const dueOn = dueDay(now, await readCalendar(sql));
  const [last] = await sql<{ id: string; state: string }>(LAST_TASK, [place.id]);
  if (!last) return insertTask(sql, place, { force: of.force, dueOn });
  if (last.state !== "closed") throw new AppError("RULE", "recordHasTask");
  const task = await getTask(sql, last.id);
  const by = forceOf(actor) ?? "system";
  const opened = await moveTask(sql, task, { event: "reopen", by, actor, comment: of.comment });
  // It has its days anew: those of its first life are long over.
  await sql("update task set due_on = $2 where id = $1", [task.id, dueOn]);
  return { ...opened, due_on: dueOn };
}

/** Opens a task for the record that a citizen says is wrong, and gives it to the force that can tell. */
export const openRequestTask = command({
  name: "request.openTask",
  permission: "request:answer",
  input: RequestVersion,
  async run(ctx, input) {
    const { sql, actor } = ctx;
    const request = await getOpenRequest(sql, input);
    if (!request.record_id) throw new AppError("RULE", "recordNotLinked");
    const place = found((await sql<Place>(RECORD, [request.record_id]))[0]);
    const force = forceOfKind(request.kind as RequestKind);
    const comment = `${request.code}: ${request.words}`.slice(0, 1000);
    const opened = await openTask(ctx, place, { force, comment });
    const loads = await readLoads(sql, [place.unit_id], ctx.now);
    const { unit_id: unitId, hamlet_id: hamletId, main_class: mainClass } = place;
    const assignee = takeLeastLoaded(loads, { force, unitId, hamletId, mainClass });
    const task = await moveTask(sql, opened, {
      event: "assign",
      by: "system",
      actor,
      route: force,
      comment,
      assigneeOf: () => assignee ?? null,
    });
    return {
      data: { taskId: task.id, state: task.state },
      audit: { entity: "task", entityId: task.id, detail: { requestId: request.id } },
    };
  },
});
