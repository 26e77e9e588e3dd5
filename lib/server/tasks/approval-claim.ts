import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { step } from "@/lib/domain/tasks/flow";
import { command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { requireApprover } from "./approve";
import { subjectOf } from "./facts";
import { CLAIM, READ_TASK, SHOWN } from "./sql";
import { leaseTaken, type TaskRow } from "./task-row";

/** Whoever may not approve it does not hold it up either. */
function requireMay(task: TaskRow, actor: Actor, now: Date): void {
  const may = step(subjectOf(task, { actor, now }), "approve", "approver");
  if (!may.ok) throw new AppError("RULE", may.reason);
}

/** Opens a task that waits for approval, for half an hour and for the actor alone; asked again, it renews. */
export const claimApproval = command({
  name: "task.claimApproval",
  permission: "task:approve",
  input: z.object({ taskId: z.uuid() }),
  async run({ sql, actor, now }, { taskId }) {
    requireApprover(actor);
    const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
    requireMay(task, actor, now);
    const [claimed] = await sql<{ lease_until: Date; version: number }>(CLAIM, [
      taskId,
      actor.officerId,
      "approver",
    ]);
    if (!claimed) {
      const holder = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
      requireMay(holder, actor, now);
      throw await leaseTaken(sql, holder.lease_by_id, holder.lease_until);
    }
    await sql(SHOWN, [actor.officerId, taskId]);
    return {
      data: { until: claimed.lease_until.toISOString(), version: claimed.version },
      audit: { entity: "task", entityId: taskId },
    };
  },
});
