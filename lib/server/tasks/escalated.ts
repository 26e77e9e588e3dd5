import "server-only";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { Owner, TaskState } from "@/lib/domain/tasks/states";
import { query } from "@/lib/server/core/query";

/** What somebody said about a task, and by which step. */
export interface SaidLine {
  event: TaskEvent;
  part: Owner | null;
  at: string;
  name: string | null;
  comment: string;
}

/** A task that came back so often that the level above has to say how it goes on. */
export interface EscalatedTask {
  id: string;
  version: number;
  code: string;
  fullName: string | null;
  unitName: string;
  state: TaskState;
  returns: number;
  escalatedAt: Date;
  said: SaidLine[];
}

const ESCALATED = `
  select t.id, t.version, r.code, r.full_name as "fullName", u.name as "unitName", t.state, t.returns,
    t.escalated_at as "escalatedAt", (
      select coalesce(jsonb_agg(jsonb_build_object('event', h.event, 'part', h.by_owner, 'at', h.at,
        'name', h.name, 'comment', h.comment)), '[]')
      from task_history(t.id) h where h.comment is not null) as said
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  where t.escalated_at is not null and t.state <> 'closed'
  order by t.escalated_at, t.id limit 100`;

/** Tasks of the area that wait for the word of the level above, the longest first. */
export const listEscalated = query<void, EscalatedTask[]>("task:direct", ({ sql }) =>
  sql<EscalatedTask>(ESCALATED),
);
