import "server-only";
import type { CommandContext } from "@/lib/server/core/command";
import { refuseInFile } from "./in-file";
import { TaskComment } from "./inputs";
import { moveTask } from "./move";
import { standing, stepCommand } from "./step-command";
import { getTaskFor, type TaskRow } from "./task-row";
import { askAgain, endTransfer } from "./transfer-row";

const END_REPORT = `
  update system_report set state = 'withdrawn', decided_by_id = $2, decided_at = now()
  where task_id = $1 and state = 'open'`;

const REPORT_AGAIN = `
  update system_report set state = 'open', decided_by_id = null, decided_at = null
  where id = (select id from system_report where task_id = $1 and state = 'withdrawn'
              order by decided_at desc limit 1)`;

/** The centre is asked nothing about the task any more. */
export async function endReport({ sql, actor }: CommandContext, taskId: string): Promise<void> {
  await sql(END_REPORT, [taskId, actor.officerId]);
}

/** Whoever was asked about the task is asked no longer: another unit, or the centre. */
async function endQuestions(ctx: CommandContext, { id, state }: TaskRow): Promise<void> {
  const { sql, actor } = ctx;
  if (state === "transferring") await endTransfer(sql, id, { state: "recalled", actor });
  if (state === "disputed") await endReport(ctx, id);
}

/** The same, taken back: the task is where it was, and the question stands. */
export async function askOnceMore({ sql }: CommandContext, { id, state }: TaskRow): Promise<void> {
  if (state === "transferring") await askAgain(sql, id);
  if (state === "disputed") await sql(REPORT_AGAIN, [id]);
}

/**
 * There is nothing to do about the record any more: its source has withdrawn it, or the task was made by
 * mistake. The record stays, keeps its values, and goes into no file; no run makes it a task again.
 */
export const withdrawTask = stepCommand({
  name: "task.withdraw",
  permission: "task:withdraw",
  input: TaskComment,
  async run(ctx, { comment, ...of }) {
    const { sql, actor } = ctx;
    const task = await getTaskFor(sql, actor, of);
    await refuseInFile(sql, task.record_id);
    const moved = await moveTask(sql, task, {
      event: "withdraw",
      by: "coordinator",
      actor,
      comment,
      resolution: "withdrawn",
    });
    await endQuestions(ctx, task);
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state } },
    };
  },
});
