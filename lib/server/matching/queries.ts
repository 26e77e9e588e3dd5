import "server-only";
import type { DifferenceClass, Outcome } from "@/lib/domain/matching/vocabulary";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

export interface RunLine {
  id: string;
  /** null for a run over something else than one file */
  fileName: string | null;
  batchId: string | null;
  state: "queued" | "running" | "done" | "failed";
  /** records */
  total: number;
  done: number;
  modelVersion: string;
  createdBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const RUN = `
  select m.id, b.file_name as "fileName", m.batch_id as "batchId", m.state, m.total, m.done,
    m.model_version as "modelVersion", o.full_name as "createdBy", m.created_at as "createdAt",
    m.finished_at as "finishedAt"
  from match_run m left join import_batch b on b.id = m.batch_id
  left join officer o on o.id = m.created_by_id`;

/** The newest fifty runs of the actor's area. */
export const listRuns = query<void, RunLine[]>("match:read", async ({ sql }) =>
  sql<RunLine>(`${RUN} order by m.created_at desc limit 50`),
);

/** Records of a run with one outcome and main class. */
export interface RunCell {
  outcome: Outcome;
  mainClass: DifferenceClass;
  people: number;
}

export interface RunDetail extends RunLine {
  /** records by outcome and class, as the run found them; empty until it is over */
  cells: RunCell[];
  /** tasks that came of it, by the rule that routed them */
  routes: { rule: string; force: string; people: number }[];
}

const CELLS = `
  select outcome, main_class as "mainClass", count(*)::int as people
  from match_result where run_id = $1 group by 1, 2`;

// A slice writes its results and its tasks in one transaction, and so at one moment: a task that
// came of another run over the same record has another.
const ROUTES = `
  select t.rule, t.first_force as force, count(*)::int as people
  from match_result m join task t on t.record_id = m.record_id and t.created_at = m.created_at
  where m.run_id = $1 group by 1, 2 order by 3 desc`;

/** One run: how far it is and, once it is over, what came out of it. */
export const getRun = query<string, RunDetail>("match:read", async ({ sql }, id) => {
  const run = found((await sql<RunLine>(`${RUN} where m.id = $1`, [id]))[0]);
  if (run.state !== "done") return { ...run, cells: [], routes: [] };
  const cells = await sql<RunCell>(CELLS, [id]);
  const routes = await sql<RunDetail["routes"][number]>(ROUTES, [id]);
  return { ...run, cells, routes };
});
