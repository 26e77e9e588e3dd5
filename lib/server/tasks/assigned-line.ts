import "server-only";
import { query } from "@/lib/server/core/query";

export interface AssignedLine {
  /** on whose list it is */
  assignee: string | null;
  force: string;
  reason: string | null;
  from: string | null;
  by: string | null;
}

// The last row says why only while it still names the list that the task is on: a step may have
// given it to somebody since.
const LINE = `
  select a.full_name as assignee, t.force, f.full_name as "from", b.full_name as by,
    case when l.to_id is not distinct from t.assignee_id then l.reason end as reason
  from task t left join officer a on a.id = t.assignee_id
  left join lateral (select * from task_assignment x where x.task_id = t.id
    order by x.at desc, x.id desc limit 1) l on true
  left join officer f on f.id = l.from_id left join officer b on b.id = l.by_id
  where t.id = $1`;

/** On whose list a task is, and why; null where there is no such task. */
export const getAssigned = query<string, AssignedLine | null>(
  "task:read",
  async ({ sql }, taskId) => {
    const [line] = await sql<AssignedLine>(LINE, [taskId]);
    return line ?? null;
  },
);
