import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import { clockAfter } from "@/lib/domain/tasks/due";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import { type Step, step, type TaskEvent } from "@/lib/domain/tasks/flow";
import { after, GOES_WITH, UNDOABLE } from "@/lib/domain/tasks/history";
import { columnsAfter } from "@/lib/domain/tasks/marks";
import type { Owner, Proposable, Resolution } from "@/lib/domain/tasks/states";
import { NO_DAYS, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { readCalendar } from "@/lib/server/units/calendar";
import { assignArrived } from "./assignments";
import { subjectOf } from "./facts";
import { MOVE_TASKS } from "./sql";
import { changedMeanwhile, type TaskRow } from "./task-row";

export interface Move {
  event: TaskEvent;
  /** who does it: a force, or one of those who look on from outside */
  by: Owner;
  actor: Actor;
  comment?: string | null;
  resolution?: Resolution | null;
  /** On whose list each task is afterwards, where the event itself doesn't say it. */
  assigneeOf?: (task: TaskRow) => string | null;
  /** the force that is to have it next, where the flow says `route` */
  route?: Force;
  /** the closing that is proposed for approval */
  proposed?: Proposable;
  /** whether the sample takes it, asked of each task that has passed */
  sampledOf?: (task: TaskRow) => boolean;
  /** until when it waits: yyyy-MM-dd */
  waitUntil?: string | null;
  /** as configured; the standard ones where absent */
  attemptsNeeded?: number;
  returnsToEscalate?: number;
  /** who police say the person is, field by field, and whom of the registry they chose */
  confirmed?: { fields: FieldValues; personId: string | null };
  /** a bulk is being taken back */
  ofBulk?: boolean;
}

interface Taken {
  task: TaskRow;
  next: Step & { ok: true };
  sampled: boolean;
}

interface Moment {
  now: Date;
  calendar: WorkCalendar;
}

/** The step that a move is, with every guard asked; refused, it says why. */
export function takeStep(task: TaskRow, move: Move, moment: Moment): Taken {
  const { actor, proposed: proposing, attemptsNeeded, ofBulk } = move;
  const sampled = move.sampledOf ? task.sampled || move.sampledOf(task) : task.sampled;
  const subject = subjectOf(task, { actor, ...moment, proposing, attemptsNeeded, ofBulk });
  const firstForce = move.route ?? task.first_force;
  const next = step({ ...subject, firstForce, sampled }, move.event, move.by);
  if (!next.ok) throw new AppError("RULE", next.reason);
  return { task, next, sampled };
}

/** Events after which a task is back with the officer who had just sent it. */
const BACK_TO_SENDER: readonly TaskEvent[] = ["fail", "undo"];

/** The list that a task is on goes with its force: the next force has officers of its own. */
function assigneeAfter(task: TaskRow, owner: Owner, move: Move): string | null {
  if (move.assigneeOf) return move.assigneeOf(task);
  if (BACK_TO_SENDER.includes(move.event)) return move.actor.officerId;
  return owner === task.force ? task.assignee_id : null;
}

function wantedRow(taken: Taken, move: Move, { now, calendar }: Moment) {
  const { task, next, sampled } = taken;
  const { event, route, proposed, confirmed } = move;
  const told = eventRow(taken, move);
  const subject = { ...subjectOf(task, { actor: move.actor, now }), sampled };
  const then = after(subject, { event, by: move.by, route, proposed, sampled }, next);
  const { dueOn, stopped } = clockAfter(
    { dueOn: task.due_on, stoppedAt: task.clock_stopped_at },
    { to: next.to, now, calendar },
  );
  return {
    ...told,
    event_id: told.id,
    id: task.id,
    version: task.version,
    owner: next.owner,
    first_force: then.firstForce,
    resume_to: next.resumeTo,
    assignee_id: assigneeAfter(task, next.owner, move),
    resolution: next.to === "closed" ? (move.resolution ?? task.proposed) : null,
    confirmed: confirmed?.fields ?? null,
    confirmed_person_id: confirmed?.personId ?? null,
    proposed: then.proposed ?? null,
    sampled: then.sampled && next.to !== "closed" && event !== "approve",
    due_on: dueOn,
    clock_stopped: stopped,
    undoable: UNDOABLE.includes(event),
    goes_with: event === GOES_WITH,
    ...columnsAfter(task, { ...move, to: next.to }),
  };
}

/** What was decided by a step, so that the history alone adds up to the state. */
function decidedBy({ task, sampled }: Taken, { event, route, proposed }: Move) {
  const routed = event === "assign" || event === "direct";
  const decided = {
    ...(routed ? { route: route ?? task.first_force } : {}),
    ...(proposed ? { proposed } : {}),
    ...(event === "pass" && sampled ? { sampled } : {}),
  };
  return Object.keys(decided).length > 0 ? decided : null;
}

/** The row of the history that a step leaves. */
export function eventRow(taken: Taken, move: Move) {
  const { task, next } = taken;
  return {
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
    by_owner: move.by,
    decided: decidedBy(taken, move),
  };
}

/** Working days are counted only where a clock that stood goes on, and for whose turn an approval is. */
async function momentFor(sql: Sql, tasks: TaskRow[]): Promise<Moment> {
  const counts = ({ clock_stopped_at: stopped, state }: TaskRow) =>
    stopped !== null || state === "approving";
  const calendar = tasks.some(counts) ? await readCalendar(sql) : NO_DAYS;
  return { now: new Date(), calendar };
}

/**
 * Moves tasks by one event of the flow: guard, state, event row. All or none; a task that changed
 * since it was read makes the whole answer CONFLICT. Gives the rows as they are now, in the same
 * order.
 */
export async function moveTasks(sql: Sql, tasks: TaskRow[], move: Move): Promise<TaskRow[]> {
  if (tasks.length === 0) return [];
  const moment = await momentFor(sql, tasks);
  const taken = tasks.map((task) => takeStep(task, move, moment));
  const wanted = taken.map((one) => wantedRow(one, move, moment));
  const rows = await sql<TaskRow>(MOVE_TASKS, [JSON.stringify(wanted)]);
  const moved = new Map(rows.map((row) => [row.id, row]));
  const lost = tasks.find((task) => !moved.has(task.id));
  if (lost) throw await changedMeanwhile(sql, lost.id);
  const rowsNow = tasks.flatMap((task) => moved.get(task.id) ?? []);
  return assignArrived(sql, tasks, { moved: rowsNow, now: moment.now });
}

export async function moveTask(sql: Sql, task: TaskRow, move: Move): Promise<TaskRow> {
  const [moved] = await moveTasks(sql, [task], move);
  if (!moved) throw new AppError("NOT_FOUND");
  return moved;
}
