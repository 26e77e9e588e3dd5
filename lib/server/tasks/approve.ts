import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { readSetting } from "@/lib/server/units/settings";
import { TaskComment, TaskVersion } from "./inputs";
import { moveTask } from "./move";
import { isCorrected } from "./settle";
import { getTaskFor, partsOf, type TaskRow } from "./task-row";

/** The role may approve; whether this officer does was decided by whoever manages the account. */
export function requireApprover(actor: Actor): void {
  if (!partsOf(actor).includes("approver")) throw new AppError("FORBIDDEN");
}

/** A correction that is none any more: there is nothing to send, so it is closed at once. */
async function closeUncorrected(sql: Sql, task: TaskRow, actor: Actor): Promise<TaskRow> {
  if (task.state !== "publishing" || (await isCorrected(sql, task.record_id))) return task;
  const resolution = "falseMismatch";
  return moveTask(sql, task, { event: "published", by: "system", actor, resolution });
}

/** Another officer agrees: the correction goes to its source, the proposed closing holds. */
export const approveTask = command({
  name: "task.approve",
  permission: "task:approve",
  input: TaskVersion,
  async run({ sql, actor }, input) {
    requireApprover(actor);
    const task = await getTaskFor(sql, actor, input);
    const approved = await moveTask(sql, task, { event: "approve", by: "approver", actor });
    const { state, version } = await closeUncorrected(sql, approved, actor);
    return {
      data: { taskId: task.id, state, version },
      audit: {
        entity: "task",
        entityId: task.id,
        detail: { from: task.state, to: state, proposed: task.proposed },
      },
    };
  },
});

// Whoever sent or proposed it; nobody in particular when that officer is no longer there.
const PROPOSER = `
  select e.by_id from task_event e join officer o on o.id = e.by_id
  where e.task_id = $1 and e.event in ('submit', 'cannotFind', 'giveUp') and o.disabled_at is null
  order by e.version desc limit 1`;

/** Back to whoever sent it, with what is wrong in words that have to be read before work goes on. */
export const returnApproval = command({
  name: "task.returnApproval",
  permission: "task:approve",
  input: TaskComment,
  async run({ sql, actor }, input) {
    requireApprover(actor);
    const task = await getTaskFor(sql, actor, input);
    const [proposer] = await sql<{ by_id: string }>(PROPOSER, [task.id]);
    const moved = await moveTask(sql, task, {
      event: "return",
      by: "approver",
      actor,
      comment: input.comment,
      returnsToEscalate: await readSetting(sql, "returnsToEscalate"),
      assigneeOf: () => proposer?.by_id ?? null,
    });
    return {
      data: { taskId: task.id, state: moved.state, version: moved.version },
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: moved.state } },
    };
  },
});
