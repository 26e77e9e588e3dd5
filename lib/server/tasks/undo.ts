import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import { GOES_WITH } from "@/lib/domain/tasks/history";
import type { Owner } from "@/lib/domain/tasks/states";
import type { CommandContext } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { takeSendingBack } from "./correct";
import { TaskVersion } from "./inputs";
import { restoreTask } from "./restore";
import { standing, stepCommand } from "./step-command";
import { TAKE_BACK } from "./take-back";
import { getTaskFor, type TaskRow } from "./task-row";
import { stepBack, stepToRefused } from "./transfer-row";

interface LastStep {
  id: string;
  event: TaskEvent;
  by_owner: Owner | null;
  by_id: string | null;
}

const LAST = `
  select id, event, by_owner, by_id from task_event where task_id = $1 order by version desc limit 2`;

/** In the part in which the step was taken: a station may have surveyed, an officer approved. */
function partOf(actor: Actor, last: LastStep): Owner {
  const own = last.by_id === actor.officerId ? last.by_owner : null;
  return own ?? forceOf(actor) ?? "coordinator";
}

async function lastStep(sql: Sql, taskId: string): Promise<LastStep> {
  const [last, before] = await sql<LastStep>(LAST, [taskId]);
  // What the system gave out at once is taken back with the step that it was a part of.
  const step = last?.event === GOES_WITH ? (before ?? last) : last;
  if (!step) throw new AppError("RULE", "wrongState");
  return step;
}

async function takeStepBack(ctx: CommandContext, task: TaskRow): Promise<TaskRow> {
  const { sql, actor } = ctx;
  const last = await lastStep(sql, task.id);
  const brought = TAKE_BACK[last.event];
  await brought?.before?.(ctx, task);
  const undone = await restoreTask(sql, task, { by: partOf(actor, last), actor });
  await brought?.after?.(ctx, undone, last.id);
  return undone;
}

/** What was sent waits to be published, by itself or because somebody else has approved it. */
function isSending({ state, before, moved_by_id: movedBy }: TaskRow, actor: Actor): boolean {
  return state === "publishing" && (before === null || movedBy !== actor.officerId);
}

/**
 * Takes the last step back, applied at once: any single step for ten seconds by whoever took it, a
 * sending until it is in a file for its source.
 */
export const undoTask = stepCommand({
  name: "task.undo",
  permission: "task:undo",
  input: TaskVersion,
  async run(ctx, input) {
    const outside = await stepToRefused(ctx.sql, ctx.actor, input.taskId);
    const task = await getTaskFor(ctx.sql, ctx.actor, input);
    const undone = isSending(task, ctx.actor)
      ? await takeSendingBack(ctx, task)
      : await takeStepBack(ctx, task);
    if (outside) await stepBack(ctx.sql, ctx.actor);
    return {
      data: standing(undone),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: undone.state } },
    };
  },
});
