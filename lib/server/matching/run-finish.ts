import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { groupDuplicates } from "./duplicates";
import { countRecords } from "./run-records";
import { isLive, lockRun, type RunRow } from "./run-row";
import { summarise } from "./run-summary";

/** Counts what a run has to do, once; gives the run as it then stands, or null when it is over. */
export async function beginRun(sql: Sql, runId: string): Promise<RunRow | null> {
  const run = await lockRun(sql, runId);
  if (!run || !isLive(run)) return null;
  if (run.counted) return run;
  const { total, skipped } = await countRecords(sql, run);
  await sql(
    `update match_run set state = 'running', total = $2, skipped = $3, counted_at = now(), touched_at = now()
     where id = $1`,
    [run.id, total, skipped],
  );
  return { ...run, state: "running", counted: true };
}

/** Nothing is left: looks for duplicates, counts what came out and closes the run. */
export async function finishRun(sql: Sql, runId: string): Promise<void> {
  const run = await lockRun(sql, runId);
  if (!run || !isLive(run)) return;
  const groups = await groupDuplicates(sql, run.id);
  const summary = await summarise(sql, run.id);
  await sql(
    `update match_run set state = 'done', finished_at = now(), total = done, groups = $2, summary = $3 where id = $1`,
    [run.id, groups, JSON.stringify(summary)],
  );
}
