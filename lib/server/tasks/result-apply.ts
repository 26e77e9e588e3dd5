import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/access/actor";
import { foldName } from "@/lib/domain/records/full-name";
import type { RowOutcome, SheetResult } from "@/lib/domain/tasks/worksheet/result";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { applyToTask } from "./result-to-task";

/** A result as it is to be applied: the code of its line, and the name that stood beside it. */
export interface ResultOf {
  code: string;
  name?: string | null;
  result: SheetResult;
}

export interface Applied {
  outcome: RowOutcome;
  taskId: string | null;
  /** attempts that are missing where a closing was wanted too early */
  missing?: number;
  reason?: string;
  params?: Record<string, string | number>;
}

interface LineRow {
  task_id: string;
  applied_keys: string[];
  full_name: string | null;
}

const LINE = `
  select l.task_id, l.applied_keys, r.full_name from worksheet_line l join record r on r.id = l.record_id
  where l.code = $1 for update of l`;

const DONE = `
  update worksheet_line set applied_keys = applied_keys || $2::text, applied_at = now(), applied_by_id = $3
  where code = $1`;

/** The same result of the same day is the same, however often it comes. */
export function resultKey({ kind, how, day, values, note, close }: SheetResult): string {
  const pairs = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([kind, how, day, pairs, note, close]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** A sheet whose columns were sorted apart names somebody else beside the code. */
export function namesOther(written: string | null | undefined, own: string | null): boolean {
  return Boolean(written && own && foldName(written) !== foldName(own));
}

/**
 * Does what a line's result says, once. What can't be done is an answer, not an error: in that case
 * nothing of it has been written.
 */
export async function applyResult(
  sql: Sql,
  actor: Actor,
  { code, name, result }: ResultOf,
): Promise<Applied> {
  const [line] = await sql<LineRow>(LINE, [code]);
  if (!line) return { outcome: "codeUnknown", taskId: null };
  const taskId = line.task_id;
  const key = resultKey(result);
  if (line.applied_keys.includes(key)) return { outcome: "alreadyDone", taskId };
  if (namesOther(name, line.full_name)) {
    return { outcome: "refused", taskId, reason: "rowNameDiffers" };
  }
  await sql("savepoint result");
  try {
    const applied = await applyToTask(sql, taskId, { actor, result });
    if (applied.outcome === "applied") await sql(DONE, [code, key, actor.officerId]);
    return applied;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql("rollback to savepoint result");
    return { outcome: "refused", taskId, reason: error.reason ?? "race", params: error.params };
  }
}
