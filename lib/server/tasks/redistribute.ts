import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { dayOf, isAbsent } from "@/lib/domain/tasks/capacity";
import { type MoveOutcome, moveOutcome } from "@/lib/domain/tasks/redistribution";
import type { TaskState } from "@/lib/domain/tasks/states";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { forceToAssign } from "./assignable";
import { ON_A_LIST } from "./assignments";
import {
  INSERT_ASSIGNED,
  LOCK_MOVES,
  LOCK_PLAN,
  MOVE,
  REST_CHANGED,
  REST_TOUCHED,
  SAVE_OUTCOMES,
  SAVE_UNDO,
  SET_APPLIED,
  SET_UNDONE,
} from "./redistribute-sql";
import { readWorkers } from "./workers";

interface PlanRow {
  id: string;
  state: string;
  by_id: string;
  at: Date;
  applied_at: Date | null;
}

/** The plan, locked; an approver's is theirs alone, a coordinator's every coordinator's of the area. */
async function lockPlan(sql: Sql, actor: Actor, id: string): Promise<PlanRow> {
  forceToAssign(actor);
  const plan = found((await sql<PlanRow>(LOCK_PLAN, [id]))[0]);
  if (actor.role !== "coordinator" && plan.by_id !== actor.officerId) {
    throw new AppError("NOT_FOUND");
  }
  return plan;
}

interface MoveRow {
  task_id: string;
  planned_version: number;
  from_id: string | null;
  to_id: string | null;
  version: number;
  assignee_id: string | null;
  unit_id: string;
  unit_path: string;
  state: TaskState;
  lease_by_id: string | null;
  open: boolean;
}

/** Whoever is there today and may have work, of the units of these tasks. */
async function readPresent(sql: Sql, rows: MoveRow[], now: Date): Promise<Set<string>> {
  const today = dayOf(now);
  const unitIds = rows.map((row) => row.unit_id);
  const { workers } = await readWorkers(sql, { unitIds, from: today });
  return new Set(workers.filter((one) => !isAbsent(one, today)).map((one) => one.officerId));
}

interface Change {
  task_id: string;
  unit_path: string;
  from_id: string | null;
  to_id: string | null;
  outcome: MoveOutcome;
  holder_id: string | null;
}

/** What becomes of each line, judged on the locked rows. `back` turns the direction round. */
async function judge(sql: Sql, rows: MoveRow[], of: { now: Date; back: boolean }) {
  const present = await readPresent(sql, rows, of.now);
  return rows.map((row): Change => {
    const [from, to] = of.back ? [row.to_id, row.from_id] : [row.from_id, row.to_id];
    const outcome = moveOutcome({
      planned: { version: row.planned_version, from, to },
      now: {
        version: row.version,
        assignee: row.assignee_id,
        onList: ON_A_LIST.includes(row.state),
        open: row.open,
      },
      present: to === null || present.has(to),
    });
    const { task_id, unit_path } = row;
    const holder_id = outcome === "held" ? row.lease_by_id : null;
    return { task_id, unit_path, from_id: from, to_id: to, outcome, holder_id };
  });
}

interface Making {
  id: string;
  actor: Actor;
  reason: "chosen" | "undone";
}

async function make(sql: Sql, changes: Change[], { id, actor, reason }: Making): Promise<void> {
  const going = changes.filter((one) => one.outcome === "moved");
  if (going.length === 0) return;
  await sql(MOVE, [JSON.stringify(going)]);
  const rows = going.map((one) => ({ ...one, id: newId() }));
  await sql(INSERT_ASSIGNED, [id, actor.officerId, reason, JSON.stringify(rows)]);
}

type Counts = Record<MoveOutcome, number>;

function count(changes: Change[]): Counts {
  const counts: Counts = { moved: 0, held: 0, changed: 0, absent: 0 };
  for (const { outcome } of changes) counts[outcome] += 1;
  return counts;
}

const PlanId = z.object({ id: z.uuid() });
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Gives the tasks of a plan to those whom it names. What somebody has open, or has changed since, is
 * left and named: no row is overwritten, none is lost.
 */
export const applyRedistribution = command({
  name: "task.redistribute",
  permission: "task:assign",
  input: PlanId,
  async run({ sql, actor, now }, { id }) {
    const plan = await lockPlan(sql, actor, id);
    if (plan.state !== "planned") throw new AppError("RULE", "planDone");
    if (now.getTime() - plan.at.getTime() > A_DAY) throw new AppError("RULE", "planOld");
    const rows = await sql<MoveRow>(LOCK_MOVES, [id, null]);
    const changes = await judge(sql, rows, { now, back: false });
    await make(sql, changes, { id, actor, reason: "chosen" });
    await sql(SAVE_OUTCOMES, [id, JSON.stringify(changes)]);
    await sql(REST_CHANGED, [id]);
    await sql(SET_APPLIED, [id]);
    const detail = count(changes);
    return { data: detail, audit: { entity: "task", entityId: id, detail: { ...detail } } };
  },
});

/** Takes a redistribution of today back; what has been touched since stays where it is and is named. */
export const undoRedistribution = command({
  name: "task.undoRedistribution",
  permission: "task:assign",
  input: PlanId,
  async run({ sql, actor, now }, { id }) {
    const plan = await lockPlan(sql, actor, id);
    if (plan.state !== "applied" || !plan.applied_at) throw new AppError("RULE", "planDone");
    if (dayOf(plan.applied_at) !== dayOf(now)) throw new AppError("RULE", "undoToday");
    const rows = await sql<MoveRow>(LOCK_MOVES, [id, "moved"]);
    const changes = await judge(sql, rows, { now, back: true });
    await make(sql, changes, { id, actor, reason: "undone" });
    await sql(SAVE_UNDO, [id, JSON.stringify(changes)]);
    await sql(REST_TOUCHED, [id]);
    await sql(SET_UNDONE, [id]);
    const detail = count(changes);
    return { data: detail, audit: { entity: "task", entityId: id, detail: { ...detail } } };
  },
});
