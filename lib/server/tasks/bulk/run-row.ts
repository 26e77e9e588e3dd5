import "server-only";
import type { Force } from "@/lib/domain/access/roles";
import type { BulkPhase, BulkState } from "@/lib/domain/tasks/bulk-outcome";
import { type AppliedRule, BULK_RULES, type BulkRule } from "@/lib/domain/tasks/bulk-rules";
import { type ClusterKey, readClusterKey } from "@/lib/domain/tasks/cluster";
import type { Sql } from "@/lib/server/core/db";

export interface BulkRow {
  id: string;
  unit_path: string;
  cluster_key: string;
  rule: BulkRule;
  state: BulkState;
  phase: BulkPhase;
  total: number;
  created_by_id: string;
  finished_at: Date | null;
}

const COLUMNS = "id, unit_path, cluster_key, rule, state, phase, total, created_by_id, finished_at";

/** The bulk with its row locked, so that two workers never take the same slice. */
export async function lockBulk(sql: Sql, bulkId: string): Promise<BulkRow | null> {
  const rows = await sql<BulkRow>(`select ${COLUMNS} from bulk_run where id = $1 for update`, [
    bulkId,
  ]);
  return rows[0] ?? null;
}

export function isLive({ state }: Pick<BulkRow, "state">): boolean {
  return state === "queued" || state === "running";
}

/** What was stored was written by `writeClusterKey`. */
export function keyOf({ cluster_key: text }: Pick<BulkRow, "cluster_key">): ClusterKey {
  const key = readClusterKey(text);
  if (!key) throw new Error("a bulk without its cluster");
  return key;
}

export function appliedOf(bulk: Pick<BulkRow, "cluster_key" | "rule">): AppliedRule {
  const { field, level } = keyOf(bulk);
  return { rule: bulk.rule, field, level };
}

export function forceOfBulk({ rule }: Pick<BulkRow, "rule">): Force {
  return BULK_RULES[rule].force;
}

export interface BulkLine {
  task_id: string;
  version: number;
  assignee_id: string | null;
  after_version: number | null;
}

export const LINE_COLUMNS = "l.task_id, l.version, l.assignee_id, l.after_version";

const TOUCH = "update bulk_run set state = 'running', touched_at = now() where id = $1";

/** A sign of life of whoever works on it. */
export async function touch(sql: Sql, bulkId: string): Promise<void> {
  await sql(TOUCH, [bulkId]);
}

/** How many rows of a slice came to each end. */
export function countEnds(ends: Iterable<{ outcome: string }>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of ends) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
