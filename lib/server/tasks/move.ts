import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { type Owner, type Resolution, step, type TaskEvent } from "@/lib/domain/tasks/flow";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { INSERT_EVENTS, MOVE_TASKS } from "./sql";
import { changedMeanwhile, type TaskRow } from "./task-row";

export interface Move {
  event: TaskEvent;
  /** who does it: a force, or the system */
  by: Owner;
  actor: Actor;
  comment?: string | null;
  resolution?: Resolution | null;
  /** On whose list each task is afterwards, where the event itself doesn't say it. */
  assigneeOf?: (task: TaskRow) => string | null;
}

function nextOf(task: TaskRow, move: Move) {
  const { state, first_force: firstForce, resume_to: resumeTo } = task;
  const next = step({ state, firstForce, resumeTo }, move.event, move.by);
  if (!next.ok) throw new AppError("RULE", next.reason);
  return next;
}

/** Events after which a task is back with the officer who had just sent it. */
const BACK_TO_SENDER: readonly TaskEvent[] = ["fail", "undo"];

/** The list that a task is on goes with its force: the next force has officers of its own. */
function assigneeAfter(task: TaskRow, owner: Owner, move: Move): string | null {
  if (move.assigneeOf) return move.assigneeOf(task);
  if (BACK_TO_SENDER.includes(move.event)) return move.actor.officerId;
  return owner === task.force ? task.assignee_id : null;
}

/**
 * Moves tasks by one event of the flow: guard, state, event row. All or none; a task that changed
 * since it was read makes the whole answer CONFLICT. Gives the rows as they are now.
 */
export async function moveTasks(sql: Sql, tasks: TaskRow[], move: Move): Promise<TaskRow[]> {
  const steps = tasks.map((task) => ({ task, next: nextOf(task, move) }));
  const wanted = steps.map(({ task, next }) => ({
    id: task.id,
    version: task.version,
    to_state: next.to,
    owner: next.owner,
    resume_to: next.resumeTo,
    assignee_id: assigneeAfter(task, next.owner, move),
    resolution: move.resolution ?? null,
    comment: move.comment ?? null,
  }));
  const moved = await sql<{ id: string }>(MOVE_TASKS, [JSON.stringify(wanted)]);
  if (moved.length !== tasks.length) {
    const got = new Set(moved.map((row) => row.id));
    const lost = tasks.find((task) => !got.has(task.id));
    throw await changedMeanwhile(sql, lost?.id ?? "");
  }
  const events = steps.map(({ task, next }) => ({
    id: newId(),
    task_id: task.id,
    record_id: task.record_id,
    unit_path: task.unit_path,
    event: move.event,
    from_state: task.state,
    to_state: next.to,
    by_id: move.by === "system" ? null : move.actor.officerId,
    comment: move.comment ?? null,
    version: task.version + 1,
  }));
  await sql(INSERT_EVENTS, [JSON.stringify(events)]);
  return steps.map(({ task, next }) => ({
    ...task,
    state: next.to,
    force: next.owner,
    resume_to: next.resumeTo,
    version: task.version + 1,
    assignee_id: assigneeAfter(task, next.owner, move),
    lease_by_id: null,
    lease_until: null,
  }));
}

export async function moveTask(sql: Sql, task: TaskRow, move: Move): Promise<TaskRow> {
  const [moved] = await moveTasks(sql, [task], move);
  if (!moved) throw new AppError("NOT_FOUND");
  return moved;
}
