import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { writeAudit } from "@/lib/server/core/audit";
import { transaction } from "@/lib/server/core/db";
import { moveTasks } from "@/lib/server/tasks/move";
import { TASK_COLUMNS } from "@/lib/server/tasks/sql";
import type { TaskRow } from "@/lib/server/tasks/task-row";
import type { Owner } from "@/prisma/factories/communes";

const READ = `select ${TASK_COLUMNS} from task t where t.id = any($1::uuid[]) order by t.id for update`;
const BACK = `
  with events as (delete from task_event where task_id = any($1::uuid[]))
  update task t set state = 'publishing', force = 'health', version = version + 1, before = null, resolution = null, closed_at = null
  where t.id = any($1::uuid[]) and t.state = 'closed'`;
const IDS =
  "select id from task where state = 'publishing' and not superseded order by id limit $1 offset $2";

/** Tasks that wait to be written back, from a place among them. */
export async function toPublish(owner: Owner, many: number, from: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(IDS, [many, from]);
  return rows.map(({ id }) => id);
}

/** Closes tasks as written back, as the portal does it: guards, states, events and the log in one transaction; gives milliseconds. */
export async function publish(actor: Actor, ids: readonly string[]): Promise<number> {
  const begun = performance.now();
  await transaction(scopeOf(actor), async ({ sql, last }) => {
    const tasks = await sql<TaskRow>(READ, [ids]);
    const moved = await moveTasks(sql, tasks, {
      event: "published",
      by: "system",
      resolution: "corrected",
      actor,
    });
    if (moved.length < ids.length) throw new Error("not all were closed");
    const detail = { tasks: moved.length };
    writeAudit(
      { last },
      { actor, command: "publication.make", result: "done", note: { entity: "task", detail } },
    );
  });
  return performance.now() - begun;
}

/** Leaves them as they were. */
export async function takeBack(owner: Owner, ids: readonly string[]): Promise<void> {
  await owner.query(BACK, [ids]);
}
