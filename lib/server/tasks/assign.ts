import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { readLoads, takeLeastLoaded } from "./loads";
import { moveTasks } from "./move";
import type { TaskRow } from "./task-row";

// While the residence is not settled a task waits for whoever chooses it.
const DECIDED = `
  select t.id, t.main_class as "mainClass" from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  where t.id = any($1) and u.level = 'commune' and r.residence_status = 'resolved'`;

/**
 * Gives new tasks to the force that the rule chose for them, each to the officer of that office with
 * the least work. Gives the rows as they are then; those whose place is undecided stay new.
 */
export async function assignTasks(sql: Sql, tasks: TaskRow[], actor: Actor): Promise<TaskRow[]> {
  const decided = await sql<{ id: string; mainClass: string }>(DECIDED, [
    tasks.map(({ id }) => id),
  ]);
  const classes = new Map(decided.map(({ id, mainClass }) => [id, mainClass]));
  const ready = tasks.filter(({ id }) => classes.has(id));
  const loads = await readLoads(
    sql,
    ready.map((task) => task.unit_id),
    new Date(),
  );
  const assigned = await moveTasks(sql, ready, {
    event: "assign",
    by: "system",
    actor,
    assigneeOf: (task) =>
      takeLeastLoaded(loads, {
        force: task.first_force,
        unitId: task.unit_id,
        hamletId: task.hamlet_id,
        mainClass: classes.get(task.id) ?? "different",
      }),
  });
  return [...assigned, ...tasks.filter(({ id }) => !classes.has(id))];
}
