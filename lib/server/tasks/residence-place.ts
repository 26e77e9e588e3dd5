import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import { placeInHamlets } from "./hamlets";
import { moveTasks } from "./move";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

/** Where records go: a commune, or back to the province where they wait for a choice. */
export interface Residence {
  unitId: string;
  unitPath: string;
  status: "resolved" | "split";
  /** the rule that says so */
  ruleId: string | null;
}

const PLACE = `
  update record set unit_id = $2, unit_path = $3, residence_status = $4, residence_rule_id = $5,
    hamlet_id = null, hamlet_rule_id = null, version = version + 1, updated_at = now()
  where id = any($1) returning id`;

// Whoever has a task on their list keeps it where they work in the commune that it goes to.
const FOLLOW = `
  update task t set unit_id = r.unit_id, unit_path = r.unit_path, hamlet_id = r.hamlet_id,
    assignee_id = (select o.id from officer o where o.id = t.assignee_id and o.unit_id = r.unit_id
      and (t.force <> 'hamlet' or o.hamlet_id = r.hamlet_id))
  from record r where r.id = t.record_id and t.record_id = any($1)
  returning ${TASK_COLUMNS}`;

/**
 * Puts records into the commune that was chosen for them, on the list of the hamlet that their address
 * names there. Tasks that waited for it become work at once; those that are under way go along. Gives how
 * many records went.
 */
export async function placeRecords(
  sql: Sql,
  recordIds: readonly string[],
  to: Residence & { actor: Actor },
): Promise<number> {
  if (recordIds.length === 0) return 0;
  const { unitId, unitPath, status, ruleId, actor } = to;
  const placed = await sql<{ id: string }>(PLACE, [recordIds, unitId, unitPath, status, ruleId]);
  const ids = placed.map((row) => row.id);
  if (status === "resolved") await placeInHamlets(sql, ids);
  const tasks = await sql<TaskRow>(FOLLOW, [ids]);
  const waiting = status === "resolved" ? tasks.filter((task) => task.state === "new") : [];
  await moveTasks(sql, waiting, { event: "assign", by: "system", actor });
  return ids.length;
}
