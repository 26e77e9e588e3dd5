import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import {
  contactOf,
  type Plan,
  planResult,
  type SheetResult,
} from "@/lib/domain/tasks/worksheet/result";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sql } from "@/lib/server/core/db";
import { readSetting } from "@/lib/server/units/settings";
import { writeContact } from "./contact";
import { moveTask } from "./move";
import { proposeClosing } from "./propose";
import { getTask, getTaskFor, type TaskRow } from "./task-row";

/** What was found in words, for whoever has the task next; numbers stay in their own column. */
function commentOf({ kind, values, note }: SheetResult): string {
  const t = translatorFor("vi", "contact");
  const fields = Object.keys(values).map((field) => t(`found.${field as "idNumber"}`));
  const said = fields.length > 0 ? t("comment.values", { fields: fields.join(", ") }) : "";
  return [t(`comment.${kind}`), said, note].filter(Boolean).join(" ");
}

/** An appointment is over when somebody comes back with a result, whoever of the two forces it is. */
async function takeUp(sql: Sql, task: TaskRow, actor: Actor): Promise<TaskRow> {
  if (task.state !== "waiting") return task;
  const assigneeOf = (one: TaskRow) => one.assignee_id;
  return moveTask(sql, task, { event: "resume", by: "system", actor, assigneeOf });
}

async function takeStep(
  sql: Sql,
  task: TaskRow,
  of: { actor: Actor; result: SheetResult; plan: Plan & { ok: true } },
): Promise<void> {
  const { actor, result, plan } = of;
  if (!plan.event) return;
  const by = forceOf(actor) ?? "hamlet";
  const open = await takeUp(sql, task, actor);
  const comment = commentOf(result);
  if (plan.event === "survey") await moveTask(sql, open, { event: "survey", by, actor, comment });
  else if (plan.proposed) {
    await proposeClosing(sql, open, {
      event: plan.event,
      by,
      actor,
      proposed: plan.proposed,
      comment,
    });
  }
}

export interface ResultToTask {
  actor: Actor;
  result: SheetResult;
  /** the id of the attempt, where whoever sends it has given it one */
  attemptId?: string;
  /** called before the task is moved, and where it can't be: throws where it was seen otherwise */
  requireSeen?: (task: TaskRow) => Promise<void>;
}

async function keepFound(sql: Sql, taskId: string, { values }: SheetResult): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await sql("update task set found = coalesce(found, '{}') || $2::jsonb where id = $1", [
    taskId,
    JSON.stringify(values),
  ]);
}

/** One attempt to reach the person of a task, and the step that its result is, if any. */
export async function applyToTask(sql: Sql, taskId: string, of: ResultToTask) {
  const { actor, result, requireSeen = async () => {} } = of;
  const { version } = await getTask(sql, taskId);
  const task = await getTaskFor(sql, actor, { taskId, version });
  const standing = {
    state: task.state,
    resumeTo: task.resume_to,
    attempts: task.attempts,
    attemptsNeeded: await readSetting(sql, "attemptsNeeded"),
    force: forceOf(actor),
    counts: true,
  };
  if (!planResult(result, standing).ok) {
    await requireSeen(task);
    return { outcome: "changed", taskId } as const;
  }
  const contact = {
    id: of.attemptId,
    kind: result.how,
    outcome: contactOf(result),
    note: result.note,
    day: result.day,
  };
  const attempts = await writeContact(sql, task, { actor, contact });
  const plan = planResult(result, { ...standing, attempts, counts: false });
  if (!plan.ok) return { outcome: "changed", taskId } as const;
  if (plan.event) await requireSeen(task);
  await takeStep(sql, { ...task, attempts }, { actor, result, plan });
  await keepFound(sql, taskId, result);
  return { outcome: "applied", taskId, missing: plan.missing } as const;
}
