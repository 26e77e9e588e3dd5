import "server-only";
import type { DifferenceClass, Outcome } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";

/** Records of a run with one outcome and main class. */
export interface RunCell {
  outcome: Outcome;
  mainClass: DifferenceClass;
  people: number;
}

/** Tasks that came of a run, by the rule that routed them. */
export interface RunRoute {
  rule: string;
  force: string;
  people: number;
}

export interface RunSummary {
  cells: RunCell[];
  routes: RunRoute[];
}

const CELLS = `
  select outcome, main_class as "mainClass", count(*)::int as people
  from match_result where run_id = $1 group by 1, 2`;

// A slice writes its results and its tasks in one transaction, and so at one moment: a task that
// came of another run over the same record has another. Looked up task by task, by index.
const ROUTES = `
  select t.rule, t.first_force as force, count(*)::int as people from task t
  where t.created_at >= (select created_at from match_run where id = $1)
    and (select count(*) from match_result m where m.record_id = t.record_id and m.run_id = $1
         and m.created_at = t.created_at) > 0
  group by 1, 2 order by 3 desc`;

/** What came out of a run so far. */
export async function summarise(sql: Sql, runId: string): Promise<RunSummary> {
  const cells = await sql<RunCell>(CELLS, [runId]);
  const routes = await sql<RunRoute>(ROUTES, [runId]);
  return { cells, routes };
}
