import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { BULK_SLICE } from "@/lib/domain/tasks/cluster";
import { writeAudit } from "@/lib/server/core/audit";
import { transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { applySlice } from "@/lib/server/tasks/bulk/apply";
import { isLive, lockBulk } from "@/lib/server/tasks/bulk/run-row";
import { undoSlice } from "@/lib/server/tasks/bulk/undo";

/** One slice with its line in the audit; true while there is more. */
async function runSlice(actor: Actor, bulkId: string, size: number): Promise<boolean> {
  return transaction(scopeOf(actor), async ({ sql, last }) => {
    const run = await lockBulk(sql, bulkId);
    if (!run || !isLive(run)) return false;
    const undoing = run.phase === "undo";
    const counts = await (undoing ? undoSlice : applySlice)(sql, run, { actor, size });
    if (!counts) return false;
    writeAudit(
      { last },
      {
        actor,
        command: undoing ? "bulk.takeBack" : "bulk.apply",
        result: "done",
        note: { entity: "bulk", entityId: run.id, detail: counts },
      },
    );
    return true;
  });
}

/**
 * Applies a rule to all tasks of a bulk, or takes all of it back. It may be started twice or killed at
 * any point: each slice is one transaction that also writes what became of its rows. Pausing or
 * cancelling ends it after the slice under way.
 */
export async function bulkJob(
  { bulkId, officerId }: Jobs["bulk"],
  how: { slice?: number } = {},
): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  while (await runSlice(actor, bulkId, how.slice ?? BULK_SLICE));
}
