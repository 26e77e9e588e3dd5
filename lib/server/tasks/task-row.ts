import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { canDo, type Force } from "@/lib/domain/access/roles";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import type { Owner, Resolution, TaskState } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { GET_TASK, LAST_CHANGE } from "./sql";

export interface TaskRow {
  id: string;
  record_id: string;
  unit_id: string;
  unit_path: string;
  hamlet_id: string | null;
  state: TaskState;
  force: string;
  first_force: Force;
  version: number;
  assignee_id: string | null;
  lease_by_id: string | null;
  lease_until: Date | null;
  confirmed_person_id: string | null;
  confirmed: FieldValues | null;
  handover_id: string | null;
  /** the state that the task left for a while */
  resume_to: TaskState | null;
  /** how it was closed */
  resolution: Resolution | null;
  /** the closing that waits for approval */
  proposed: Resolution | null;
  /** the sample has chosen it */
  sampled: boolean;
  /** how often it came back with a comment */
  returns: number;
  unread_return: boolean;
  escalated_at: Date | null;
  /** appointment or registry */
  wait_reason: string | null;
  wait_until: string | null;
  /** attempts to reach the person */
  attempts: number;
  /** since when the days until it is due are not counted */
  clock_stopped_at: Date | null;
  /** yyyy-MM-dd */
  due_on: string;
  /** who has surveyed, confirmed or corrected it */
  acted_by: string[];
  moved_by_id: string | null;
  state_since: Date;
  /** how it was before the last step, while that can be undone */
  before: {
    state: TaskState;
    resume_to: TaskState | null;
    proposed: Resolution | null;
    handover_id: string | null;
  } | null;
}

/** The parts that an officer may have in a task: the force, approving, looking after the area. */
export function partsOf(actor: Actor): Owner[] {
  const parts: Owner[] = [];
  const force = forceOf(actor);
  if (force) parts.push(force);
  if (actor.approver && canDo(actor.role, "task:approve")) parts.push("approver");
  if (actor.role === "coordinator") parts.push("coordinator");
  return parts;
}

/** Hours and minutes in Viet Nam, for the sentence that names who was faster. */
export function clock(at: Date): string {
  return new Intl.DateTimeFormat("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(at);
}

/** The task, locked for this transaction. Out of scope is not found. */
export async function getTask(sql: Sql, taskId: string): Promise<TaskRow> {
  const rows = await sql<TaskRow>(GET_TASK, [taskId]);
  return found(rows[0]);
}

/** Says who changed what and when; the caller's draft stays with the caller. */
export async function changedMeanwhile(sql: Sql, taskId: string): Promise<AppError> {
  const rows = await sql<{ at: Date; full_name: string | null }>(LAST_CHANGE, [taskId]);
  const last = rows[0];
  return new AppError("CONFLICT", "changed", {
    name: last?.full_name ?? "",
    at: last ? clock(last.at) : "",
  });
}

/**
 * The task for a command that the actor is about to apply: unchanged since they saw it, and not
 * open at somebody else's.
 */
export async function getTaskFor(
  sql: Sql,
  actor: Actor,
  of: { taskId: string; version: number },
): Promise<TaskRow> {
  const task = await getTask(sql, of.taskId);
  if (task.version !== of.version) throw await changedMeanwhile(sql, of.taskId);
  const held = task.lease_until !== null && task.lease_until > new Date();
  if (held && task.lease_by_id !== actor.officerId) {
    throw await leaseTaken(sql, task.lease_by_id, task.lease_until);
  }
  return task;
}

/** Names the holder, so that the loser knows whom to ask and until when. */
export async function leaseTaken(
  sql: Sql,
  holderId: string | null,
  until: Date | null,
): Promise<AppError> {
  const rows = await sql<{ full_name: string; unit: string }>(
    "select o.full_name, u.name as unit from officer o join unit u on u.id = o.unit_id where o.id = $1",
    [holderId],
  );
  return new AppError("CONFLICT", "leaseTaken", {
    name: rows[0]?.full_name ?? "",
    unit: rows[0]?.unit ?? "",
    until: until ? clock(until) : "",
  });
}
