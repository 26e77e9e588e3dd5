import { v7 } from "uuid";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { MadeOfficer, MadeUnit, Owner } from "./communes";

/** A step as the history of a task keeps it. */
export interface Taken {
  taskId: string;
  /** where the task was on that day */
  unit: MadeUnit;
  /** null: the system */
  by: MadeOfficer | null;
  event: TaskEvent;
  /** microseconds after the moment from which the history is told */
  at: number;
}

const EVENTS = `
  insert into task_event (id, task_id, record_id, unit_path, event, to_state, by_id, at, version)
  select x.id, x.task_id, t.record_id, x.unit_path, x.event, 'verifying', x.by_id,
    $2::timestamptz + x.at * interval '1 microsecond', 1000 + x.version
  from jsonb_to_recordset($1::jsonb) as x(id uuid, task_id uuid, unit_path text, event text, by_id uuid, at bigint, version int)
  join task t on t.id = x.task_id`;

/** Writes steps down as they are said to have been taken, whether or not the flow allows them; the order of ids says nothing. */
export async function writeHistory(
  owner: Owner,
  since: string,
  history: readonly Taken[],
): Promise<void> {
  const rows = history.map(({ taskId, unit, by, event, at }, version) => ({
    id: v7({ msecs: 1e12 + ((version * 7919) % history.length) }),
    task_id: taskId,
    unit_path: unit.path,
    by_id: by?.officerId ?? null,
    event,
    at,
    version,
  }));
  await owner.query(EVENTS, [JSON.stringify(rows), since]);
}
