import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { moveTasks } from "./move";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

// Asked once more under lock: another worker, or its officer, may have been faster. Where an officer
// has it open just now, it goes on when they have left it.
const DUE = `
  select ${TASK_COLUMNS} from task t
  where t.id = any($1) and t.state = 'waiting' and t.wait_until <= $2
    and (t.lease_until is null or t.lease_until < now())
  order by t.id for update skip locked`;

/** Tasks whose day has come go on where they were; gives how many. Doing it twice changes nothing. */
export async function resumeDue(
  sql: Sql,
  taskIds: string[],
  of: { actor: Actor; day: string },
): Promise<number> {
  const tasks = await sql<TaskRow>(DUE, [taskIds, of.day]);
  const resumed = await moveTasks(sql, tasks, { event: "resume", by: "system", actor: of.actor });
  return resumed.length;
}
