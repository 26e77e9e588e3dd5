import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { lockReplay, replaySlice } from "@/lib/server/matching/replay";

const SLICE = 500;
const LIVE = new Set(["queued", "running"]);

async function runSlice(actor: Actor, replayId: string): Promise<boolean> {
  return transaction(scopeOf(actor), async ({ sql }) => {
    const replay = await lockReplay(sql, replayId);
    if (!replay || !LIVE.has(replay.state)) return false;
    return replaySlice(sql, replay, SLICE);
  });
}

/**
 * Runs a model in the shadow. It may be started twice or killed at any point: each slice is one
 * transaction that also moves the replay's place forward.
 */
export async function replayJob({ replayId, officerId }: Jobs["replay"]): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  while (await runSlice(actor, replayId));
}
