import "server-only";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import type { RunKind, RunState } from "./run-row";
import { type RunSummary, summarise } from "./run-summary";

export interface RunLine {
  id: string;
  kind: RunKind;
  /** null for a run over something else than one file */
  fileName: string | null;
  batchId: string | null;
  /** the unit of an area run, the starter's own of a run over everything */
  areaName: string | null;
  state: RunState;
  /** false until the job has counted what there is to do */
  counted: boolean;
  /** records */
  total: number;
  done: number;
  /** records left out because somebody works on them or has settled them */
  skipped: number;
  /** records a second, over the time in which it worked; null before the first slice */
  rate: number | null;
  /** groups of records that may be one person's; null until they were looked for */
  groups: number | null;
  modelVersion: string;
  createdBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  /** since when the registry's gateway does not answer it */
  waitingSince: Date | null;
}

const RUN = `
  select m.id, m.kind, b.file_name as "fileName", m.batch_id as "batchId", u.name as "areaName", m.state,
    m.counted_at is not null as counted, m.total, m.done, m.skipped, m.groups,
    case when m.busy_ms > 0 then m.done * 1000.0 / m.busy_ms end as rate,
    m.model_version as "modelVersion", o.full_name as "createdBy", m.created_at as "createdAt",
    m.finished_at as "finishedAt", m.waiting_since as "waitingSince", m.summary
  from match_run m left join import_batch b on b.id = m.batch_id
  left join officer o on o.id = m.created_by_id
  left join unit u on u.id = coalesce(m.area_id, case when m.kind = 'all' then o.unit_id end)`;

/** The newest fifty runs of the actor's area. */
export const listRuns = query<void, RunLine[]>("match:read", async ({ sql }) =>
  sql<RunLine>(`${RUN} order by m.created_at desc limit 50`),
);

export interface RunDetail extends RunLine, RunSummary {}

const OVER: readonly RunState[] = ["done", "cancelled", "failed"];

/** One run: how far it is and, once it is over, what came out of it. */
export const getRun = query<string, RunDetail>("match:read", async ({ sql }, id) => {
  const rows = await sql<RunLine & { summary: RunSummary | null }>(`${RUN} where m.id = $1`, [id]);
  const { summary, ...run } = found(rows[0]);
  if (!OVER.includes(run.state)) return { ...run, cells: [], routes: [] };
  return { ...run, ...(summary ?? (await summarise(sql, id))) };
});
