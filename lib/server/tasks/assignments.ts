import "server-only";
import type { AssignmentReason } from "@/lib/domain/tasks/assignment";
import type { TaskState } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { readLoads, takeLeastLoaded } from "./loads";
import type { TaskRow } from "./task-row";

/** States in which a task is work on somebody's list. */
export const ON_A_LIST: readonly TaskState[] = ["surveying", "verifying", "correcting", "waiting"];

/** On whose list a task came. No step of the flow: neither version nor event, a row of its own. */
export interface Assigned {
  taskId: string;
  unitPath: string;
  from: string | null;
  to: string | null;
  /** null where the system did it */
  by: string | null;
  reason: AssignmentReason;
}

const INSERT = `
  insert into task_assignment (id, task_id, unit_path, from_id, to_id, by_id, reason)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, task_id uuid, unit_path text, from_id uuid,
    to_id uuid, by_id uuid, reason text)`;

/** Writes down on whose lists tasks came. */
export async function insertAssignments(sql: Sql, assigned: readonly Assigned[]): Promise<void> {
  if (assigned.length === 0) return;
  const rows = assigned.map((one) => ({
    id: newId(),
    task_id: one.taskId,
    unit_path: one.unitPath,
    from_id: one.from,
    to_id: one.to,
    by_id: one.by,
    reason: one.reason,
  }));
  await sql(INSERT, [JSON.stringify(rows)]);
}

const CLASSES = 'select id, main_class as "mainClass" from task where id = any($1)';
const GIVE = `
  update task t set assignee_id = x.to_id from jsonb_to_recordset($1::jsonb) as x(id uuid, to_id uuid)
  where t.id = x.id and t.assignee_id is null`;

/** Tasks that have come to another force and are on nobody's list yet. */
function arrivedOf(before: readonly TaskRow[], moved: readonly TaskRow[]): TaskRow[] {
  const forces = new Map(before.map((task) => [task.id, task.force]));
  return moved.filter(
    (task) =>
      task.assignee_id === null &&
      ON_A_LIST.includes(task.state) &&
      task.force !== forces.get(task.id),
  );
}

/**
 * Gives tasks that have come to another force to the officers there with least to do; gives the rows
 * as they are then. Where nobody is there a task stays on the unit's list.
 */
export async function assignArrived(
  sql: Sql,
  before: readonly TaskRow[],
  of: { moved: TaskRow[]; now: Date },
): Promise<TaskRow[]> {
  const arrived = arrivedOf(before, of.moved);
  if (arrived.length === 0) return of.moved;
  const loads = await readLoads(
    sql,
    arrived.map((task) => task.unit_id),
    of.now,
  );
  const rows = await sql<{ id: string; mainClass: string }>(CLASSES, [arrived.map(({ id }) => id)]);
  const classes = new Map(rows.map((row) => [row.id, row.mainClass]));
  const to = new Map<string, string>();
  for (const { id, force, unit_id: unitId, hamlet_id: hamletId } of arrived) {
    const mainClass = classes.get(id) ?? "different";
    const officerId = takeLeastLoaded(loads, { force, unitId, hamletId, mainClass });
    if (officerId) to.set(id, officerId);
  }
  if (to.size === 0) return of.moved;
  await sql(GIVE, [JSON.stringify([...to].map(([id, to_id]) => ({ id, to_id })))]);
  await insertAssignments(sql, givenOf(arrived, to));
  return of.moved.map((task) => ({ ...task, assignee_id: to.get(task.id) ?? task.assignee_id }));
}

function givenOf(arrived: readonly TaskRow[], to: ReadonlyMap<string, string>): Assigned[] {
  return arrived.flatMap((task) => {
    const officerId = to.get(task.id);
    if (!officerId) return [];
    const { id: taskId, unit_path: unitPath } = task;
    return [{ taskId, unitPath, from: null, to: officerId, by: null, reason: "least" as const }];
  });
}
