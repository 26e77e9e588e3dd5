import "server-only";
import type { Sql } from "@/lib/server/core/db";

/** What of the starter's area a run compares. */
export type RunKind = "batch" | "area" | "all";
export type RunState = "queued" | "running" | "paused" | "cancelled" | "done" | "failed";

export interface RunRow {
  id: string;
  kind: RunKind;
  batch_id: string | null;
  area_path: string | null;
  unit_path: string;
  state: RunState;
  model_version: string;
  counted: boolean;
  done: number;
  cursor: string | null;
  cursor_path: string | null;
}

const COLUMNS = `id, kind, batch_id, area_path, unit_path, state, model_version, counted_at is not null as counted,
  done, "cursor", cursor_path`;

const LIVE: ReadonlySet<RunState> = new Set(["queued", "running"]);

/** A run goes on while nobody has paused or cancelled it. */
export function isLive({ state }: Pick<RunRow, "state">): boolean {
  return LIVE.has(state);
}

export async function findRun(sql: Sql, runId: string): Promise<RunRow | null> {
  const rows = await sql<RunRow>(`select ${COLUMNS} from match_run where id = $1`, [runId]);
  return rows[0] ?? null;
}

/** The run with its row locked, so that what is written and the place reached move together. */
export async function lockRun(sql: Sql, runId: string): Promise<RunRow | null> {
  const query = `select ${COLUMNS} from match_run where id = $1 for update`;
  return (await sql<RunRow>(query, [runId]))[0] ?? null;
}
