import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { readLoads, takeLeastLoaded } from "./loads";
import { moveTasks } from "./move";
import type { TaskRow } from "./task-row";

// While the residence is not settled a task waits for whoever chooses it.
const DECIDED = `
  select t.id, t.effort from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  where t.id = any($1) and u.level = 'commune' and r.residence_status = 'resolved'`;

function officeOf({ first_force: force, unit_id: unit, hamlet_id: hamlet }: TaskRow): string {
  return `${force} ${force === "hamlet" ? (hamlet ?? "-") : unit}`;
}

/**
 * Gives new tasks to the force that the rule chose for them, each to the officer of that office with
 * the least work. Gives the rows as they are then; those whose place is undecided stay new.
 */
export async function assignTasks(sql: Sql, tasks: TaskRow[], actor: Actor): Promise<TaskRow[]> {
  const decided = await sql<{ id: string; effort: number }>(DECIDED, [tasks.map(({ id }) => id)]);
  const efforts = new Map(decided.map(({ id, effort }) => [id, effort]));
  const ready = tasks.filter(({ id }) => efforts.has(id));
  const loads = await readLoads(
    sql,
    ready.map((task) => task.unit_id),
  );
  const assigned = await moveTasks(sql, ready, {
    event: "assign",
    by: "system",
    actor,
    assigneeOf: (task) => takeLeastLoaded(loads, officeOf(task), efforts.get(task.id) ?? 0),
  });
  return [...assigned, ...tasks.filter(({ id }) => !efforts.has(id))];
}
