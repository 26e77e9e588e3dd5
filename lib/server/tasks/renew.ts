import "server-only";
import type { Outcome } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";

/** What is new about a record that had been closed for want of information. */
export interface Renewal {
  /** the task that was closed */
  taskId: string;
  why: "values" | "registry";
  /** fields with a value that was not there when it was proposed */
  fields: string[];
  /** yyyy-MM-dd */
  closedOn: string;
}

interface ClosedRow {
  record_id: string;
  task_id: string;
  fields: string[];
  closed_on: string;
}

const CLOSED = `
  select distinct on (t.record_id) t.record_id, t.id as task_id,
    new_evidence(t.evidence, record_evidence(r)) as fields,
    (t.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on
  from task t join record r on r.id = t.record_id
  where t.record_id = any($1) and t.state = 'closed' and t.resolution = 'insufficient'
  order by t.record_id, t.closed_at desc`;

/** By record, for those whose last task was closed so. */
export async function readRenewals(sql: Sql, recordIds: string[]): Promise<Map<string, Renewal>> {
  const rows = await sql<ClosedRow>(CLOSED, [recordIds]);
  return new Map(
    rows.map(({ record_id, task_id, fields, closed_on }) => [
      record_id,
      {
        taskId: task_id,
        why: fields.length > 0 ? "values" : "registry",
        fields,
        closedOn: closed_on,
      },
    ]),
  );
}

/** The registry was read anew and still knows nobody: that is nothing to call somebody out for. */
export function isWorthWork(renewal: Renewal | undefined, outcome: Outcome): boolean {
  return renewal?.why !== "registry" || outcome !== "insufficient";
}
