import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { writeAudit } from "@/lib/server/core/audit";
import { transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { lockRelease, releaseSlice } from "@/lib/server/tasks/release";

/** Tasks of one batch. */
const SLICE = 500;
const LIVE = new Set(["queued", "running"]);

/** One batch with its line in the audit; true while there is more. */
async function runSlice(actor: Actor, releaseId: string): Promise<boolean> {
  return transaction(scopeOf(actor), async ({ sql, last }) => {
    const release = await lockRelease(sql, releaseId);
    if (!release || !LIVE.has(release.state)) return false;
    const counts = await releaseSlice(sql, release, { actor, size: SLICE });
    if (!counts) return false;
    writeAudit(
      { last },
      {
        actor,
        command: "model.release",
        result: "done",
        note: { entity: "model", entityId: release.model_version, detail: counts },
      },
    );
    return true;
  });
}

/**
 * Closes the tasks that an approved model needs nobody for. It may be started twice or killed at any
 * point. Tasks that somebody has open are left; the release stays unfinished and is taken up again
 * until each of them has been put back or settled.
 */
export async function releaseJob({ releaseId, officerId }: Jobs["release"]): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  while (await runSlice(actor, releaseId));
}
