import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { readLoads, takeLeastLoaded } from "./loads";

// A task that a hamlet team has on its list or open leaves it with the hamlet; police and health keep theirs.
const FOLLOW = `
  update task t set hamlet_id = r.hamlet_id,
    assignee_id = case when t.force = 'hamlet' then null else t.assignee_id end,
    lease_by_id = case when t.force = 'hamlet' then null else t.lease_by_id end,
    lease_until = case when t.force = 'hamlet' then null else t.lease_until end
  from record r where r.id = t.record_id and r.id = any($1) and t.hamlet_id is distinct from r.hamlet_id
  returning t.id, t.unit_id, t.hamlet_id, t.force, t.main_class`;

const ASSIGN = `
  update task t set assignee_id = x.assignee_id
  from jsonb_to_recordset($1::jsonb) as x(id uuid, assignee_id uuid) where t.id = x.id`;

interface Followed {
  id: string;
  unit_id: string;
  hamlet_id: string | null;
  force: string;
  main_class: string;
}

/**
 * Tasks are on the list of the hamlet that their record is on. What a team has to survey goes to the
 * officer of the new hamlet with the least work. Gives how many tasks went.
 */
export async function followRecords(sql: Sql, recordIds: readonly string[]): Promise<number> {
  if (recordIds.length === 0) return 0;
  const tasks = await sql<Followed>(FOLLOW, [recordIds]);
  const surveyed = tasks.filter((task) => task.force === "hamlet" && task.hamlet_id !== null);
  if (surveyed.length === 0) return tasks.length;
  const loads = await readLoads(
    sql,
    surveyed.map((task) => task.unit_id),
    new Date(),
  );
  const given = surveyed.map((task) => ({
    id: task.id,
    assignee_id: takeLeastLoaded(loads, {
      force: "hamlet",
      unitId: task.unit_id,
      hamletId: task.hamlet_id,
      mainClass: task.main_class,
    }),
  }));
  await sql(ASSIGN, [JSON.stringify(given)]);
  return tasks.length;
}
