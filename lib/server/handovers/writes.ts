import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { moveTasks } from "@/lib/server/tasks/move";
import type { TaskRow } from "@/lib/server/tasks/task-row";
import { readSetting } from "@/lib/server/units/settings";
import { INSERT_DISPUTES, OFF_LIST } from "./sql";

/** A task of a list that is being received, with the line on which it stands. */
export interface ListedTask extends TaskRow {
  line_no: number;
  /** who of the police had confirmed it */
  confirmed_by: string | null;
}

/** A line that the station does not take over, and why. */
export interface Disputed {
  lineNo: number;
  reason: string;
}

function byReason(disputed: readonly (Disputed & { task: ListedTask })[]) {
  const groups = new Map<string, ListedTask[]>();
  for (const { reason, task } of disputed) {
    groups.set(reason, [...(groups.get(reason) ?? []), task]);
  }
  return groups;
}

/**
 * Sends single lines of a list back to whoever of the police had confirmed them, each with its reason;
 * the list itself stays as it was signed. Throws RULE `lineGone` for a line that isn't waiting any more.
 */
export async function disputeLines(
  sql: Sql,
  handoverId: string,
  of: { actor: Actor; tasks: readonly ListedTask[]; disputes: readonly Disputed[] },
): Promise<void> {
  const { actor, tasks, disputes } = of;
  const disputed = disputes.map((one) => {
    const task = tasks.find((listed) => listed.line_no === one.lineNo);
    if (!task) throw new AppError("RULE", "lineGone", { line: one.lineNo });
    return { ...one, task };
  });
  if (disputed.length === 0) return;
  const returnsToEscalate = await readSetting(sql, "returnsToEscalate");
  const confirmers = new Map(tasks.map((task) => [task.id, task.confirmed_by]));
  for (const [comment, group] of byReason(disputed)) {
    await moveTasks(sql, group, {
      event: "disputeLine",
      by: "health",
      actor,
      comment,
      returnsToEscalate,
      assigneeOf: (task) => confirmers.get(task.id) ?? null,
    });
  }
  await sql(OFF_LIST, [disputed.map(({ task }) => task.id)]);
  const rows = disputed.map(({ lineNo, reason, task }) => ({
    handover_id: handoverId,
    line_no: lineNo,
    task_id: task.id,
    unit_path: task.unit_path,
    reason,
    by_id: actor.officerId,
    by_name: actor.fullName,
  }));
  await sql(INSERT_DISPUTES, [JSON.stringify(rows)]);
}
