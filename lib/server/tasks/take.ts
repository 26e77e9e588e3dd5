import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { dayOf } from "@/lib/domain/tasks/capacity";
import type { Sql } from "@/lib/server/core/db";
import { insertAssignments, ON_A_LIST } from "./assignments";

interface Taken {
  from_id: string | null;
  unit_path: string;
}

const TAKE = `
  update task t set assignee_id = $2 from (select id, assignee_id from task where id = $1) o
  where t.id = o.id and t.state = any($3) and t.assignee_id is distinct from $2::uuid
  returning o.assignee_id as from_id, t.unit_path`;

/**
 * Nothing waits for one named person: who opens a task has it on their own list from then on, and
 * whoever had it there reads so.
 */
export async function takeOver(sql: Sql, taskId: string, actor: Actor): Promise<void> {
  const [taken] = await sql<Taken>(TAKE, [taskId, actor.officerId, ON_A_LIST]);
  if (taken) await noteTaken(sql, taskId, { ...taken, actor });
}

/** Whose list a task was on before an officer took it: they read who has it now. */
export async function noteTaken(
  sql: Sql,
  taskId: string,
  { from_id: from, unit_path: unitPath, actor }: Taken & { actor: Actor },
): Promise<void> {
  const to = actor.officerId;
  if (from === to) return;
  await insertAssignments(sql, [{ taskId, unitPath, from, to, by: to, reason: "taken" }]);
}

// Only where nothing has been done since, no step and no call, and whoever had it is there.
const GIVE_BACK = `
  update task t set assignee_id = a.from_id
  from (select distinct on (task_id) * from task_assignment where task_id = $1
        order by task_id, at desc, id desc) a
  where t.id = a.task_id and t.assignee_id = $2 and a.reason = 'taken' and a.by_id = $2
    and a.at >= t.state_since
    and not exists (select 1 from contact_attempt c
      where c.task_id = t.id and c.by_id = $2 and c.created_at >= a.at)
    and (a.from_id is null or exists (select 1 from officer o where o.id = a.from_id
      and o.disabled_at is null and not exists (select 1 from officer_absence x
        where x.officer_id = o.id and x.cancelled_at is null and $3 between x.from_day and x.to_day)))
  returning a.from_id, t.unit_path`;

/** Who only looked, and gives the task back without a step, leaves it where it was. */
export async function giveBack(sql: Sql, taskId: string, { officerId }: Actor): Promise<void> {
  const today = dayOf(new Date());
  const [back] = await sql<Taken>(GIVE_BACK, [taskId, officerId, today]);
  if (!back) return;
  await insertAssignments(sql, [
    {
      taskId,
      unitPath: back.unit_path,
      from: officerId,
      to: back.from_id,
      by: officerId,
      reason: "givenBack",
    },
  ]);
}
