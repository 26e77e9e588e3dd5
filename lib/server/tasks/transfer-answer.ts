import "server-only";
import { z } from "zod";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { assignTasks } from "./assign";
import { placeInHamlets } from "./hamlets";
import { moveTask } from "./move";
import { TASK_COLUMNS } from "./sql";
import { getTask, type TaskRow } from "./task-row";
import { endTransfer, stepBack, stepInto, type TransferRow } from "./transfer-row";

const Answer = z.object({ transferId: z.uuid() });

const gone = () => new AppError("CONFLICT", "offerGone");

// The lists of the unit it came from stay there; here work begins anew.
const SETTLE_IN = `
  update task t set hamlet_id = r.hamlet_id, handover_id = null, returns = 0, escalated_at = null
  from record r where r.id = t.record_id and t.id = $1 returning ${TASK_COLUMNS}`;

async function settleIn(sql: Sql, task: TaskRow): Promise<TaskRow> {
  await placeInHamlets(sql, [task.record_id]);
  return found((await sql<TaskRow>(SETTLE_IN, [task.id]))[0]);
}

/**
 * The asked unit takes over: record and task are its own from then on, with everything that hangs on
 * them, and the task goes to its officers by the rule.
 */
export const acceptTransfer = command({
  name: "task.accept",
  permission: "transfer:answer",
  input: Answer,
  async run({ sql, actor }, { transferId }) {
    const [taken] = await sql<{ task: string | null }>("select take_over_offer($1, $2) as task", [
      transferId,
      actor.fullName,
    ]);
    if (!taken?.task) throw gone();
    const task = await getTask(sql, taken.task);
    const accepted = await moveTask(sql, task, { event: "accept", by: "receiver", actor });
    const settled = await settleIn(sql, accepted);
    const [assigned = settled] = await assignTasks(sql, [settled], actor);
    return {
      data: { taskId: task.id, state: assigned.state, version: assigned.version },
      audit: { entity: "task", entityId: task.id, detail: { to: assigned.state } },
    };
  },
});

const OFFER = "select id, task_id, asked_by_id from transfer where id = $1 and state = 'asked'";

async function refuse(ctx: CommandContext, transferId: string, comment: string): Promise<TaskRow> {
  const { sql, actor } = ctx;
  if (!(await stepInto(sql, transferId))) throw gone();
  const [seen] = await sql<TransferRow>(OFFER, [transferId]);
  if (!seen) throw gone();
  const task = await getTask(sql, seen.task_id);
  // Under the lock of the task: whoever recalled it meanwhile was faster.
  const [offer] = await sql<TransferRow>(OFFER, [transferId]);
  if (!offer) throw gone();
  const moved = await moveTask(sql, task, {
    event: "refuse",
    by: "receiver",
    actor,
    comment,
    assigneeOf: ({ resume_to: back }) => (back === "new" ? null : offer.asked_by_id),
  });
  await endTransfer(sql, task.id, { state: "refused", actor, answer: comment });
  await stepBack(sql, actor);
  return moved;
}

/** The asked unit does not take it, and says why; it goes back to whoever asked. */
export const refuseTransfer = command({
  name: "task.refuse",
  permission: "transfer:answer",
  input: Answer.extend({ comment: z.string().trim().min(3, "commentNeeded").max(1000) }),
  async run(ctx, { transferId, comment }) {
    const moved = await refuse(ctx, transferId, comment);
    return {
      data: { taskId: moved.id, version: moved.version },
      audit: { entity: "task", entityId: moved.id, detail: { event: "refuse" } },
    };
  },
});
