import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { compareSlice, lockRun } from "@/lib/server/matching/run";
import { createTasks } from "@/lib/server/tasks/create";

const SLICE = 500;
const LIVE = new Set(["queued", "running"]);

/** One slice: compare, store, make tasks, remember the place. True while there is more. */
async function runSlice(actor: Actor, runId: string): Promise<boolean> {
  return transaction(scopeOf(actor), async ({ sql }) => {
    const run = await lockRun(sql, runId);
    if (!run || !LIVE.has(run.state)) return false;
    const compared = await compareSlice(sql, run, SLICE);
    await createTasks(sql, compared, new Date());
    return compared.length > 0;
  });
}

/**
 * Compares a batch with the registry and makes the tasks that follow. It may be started twice or
 * killed at any point: each slice is one transaction that also moves the run's place forward.
 */
export async function matchJob({ runId, officerId }: Jobs["match"]): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  while (await runSlice(actor, runId));
}
