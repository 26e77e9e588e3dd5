import "server-only";
import { createHash } from "node:crypto";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { foldName } from "@/lib/domain/records/full-name";
import {
  contactOf,
  type Plan,
  planResult,
  type RowOutcome,
  type SheetResult,
} from "@/lib/domain/tasks/worksheet/result";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { readSetting } from "@/lib/server/units/settings";
import { writeContact } from "./contact";
import { moveTask } from "./move";
import { proposeClosing } from "./propose";
import { getTask, getTaskFor, type TaskRow } from "./task-row";

/** A result as it is to be applied: the code of its line, and the name that stood beside it. */
export interface ResultOf {
  code: string;
  name?: string | null;
  result: SheetResult;
}

export interface Applied {
  outcome: RowOutcome;
  taskId: string | null;
  /** attempts that are missing where a closing was wanted too early */
  missing?: number;
  reason?: string;
  params?: Record<string, string | number>;
}

interface LineRow {
  task_id: string;
  applied_keys: string[];
  full_name: string | null;
}

const LINE = `
  select l.task_id, l.applied_keys, r.full_name from worksheet_line l join record r on r.id = l.record_id
  where l.code = $1 for update of l`;

const DONE = `
  update worksheet_line set applied_keys = applied_keys || $2::text, applied_at = now(), applied_by_id = $3
  where code = $1`;

/** The same result of the same day is the same, however often it comes. */
export function resultKey({ kind, how, day, values, note, close }: SheetResult): string {
  const pairs = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([kind, how, day, pairs, note, close]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** A sheet whose columns were sorted apart names somebody else beside the code. */
export function namesOther(written: string | null | undefined, own: string | null): boolean {
  return Boolean(written && own && foldName(written) !== foldName(own));
}

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

async function applyTo(sql: Sql, taskId: string, of: { actor: Actor; result: SheetResult }) {
  const { actor, result } = of;
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
  if (!planResult(result, standing).ok) return { outcome: "changed", taskId } as const;
  const contact = {
    kind: result.how,
    outcome: contactOf(result),
    note: result.note,
    day: result.day,
  };
  const attempts = await writeContact(sql, task, { actor, contact });
  const plan = planResult(result, { ...standing, attempts, counts: false });
  if (!plan.ok) return { outcome: "changed", taskId } as const;
  await takeStep(sql, { ...task, attempts }, { actor, result, plan });
  if (Object.keys(result.values).length > 0) {
    const values = JSON.stringify(result.values);
    await sql("update task set found = coalesce(found, '{}') || $2::jsonb where id = $1", [
      taskId,
      values,
    ]);
  }
  return { outcome: "applied", taskId, missing: plan.missing } as const;
}

/**
 * Does what a line's result says, once. What can't be done is an answer, not an error: in that case
 * nothing of it has been written.
 */
export async function applyResult(
  sql: Sql,
  actor: Actor,
  { code, name, result }: ResultOf,
): Promise<Applied> {
  const [line] = await sql<LineRow>(LINE, [code]);
  if (!line) return { outcome: "codeUnknown", taskId: null };
  const taskId = line.task_id;
  const key = resultKey(result);
  if (line.applied_keys.includes(key)) return { outcome: "alreadyDone", taskId };
  if (namesOther(name, line.full_name)) {
    return { outcome: "refused", taskId, reason: "rowNameDiffers" };
  }
  await sql("savepoint result");
  try {
    const applied = await applyTo(sql, taskId, { actor, result });
    if (applied.outcome === "applied") await sql(DONE, [code, key, actor.officerId]);
    return applied;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql("rollback to savepoint result");
    return { outcome: "refused", taskId, reason: error.reason ?? "race", params: error.params };
  }
}
