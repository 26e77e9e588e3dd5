import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { writeAudit } from "@/lib/server/core/audit";
import { type Tx, transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { beginChange, changeSlice } from "@/lib/server/units/change-apply";

/** Records of one batch. */
const SLICE = 500;

function inScope<T>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(scopeOf(actor), run);
}

async function begin(actor: Actor, changeId: string): Promise<boolean> {
  return inScope(actor, async ({ sql }) => (await beginChange(sql, changeId)) === "begun");
}

async function finish(actor: Actor, changeId: string): Promise<void> {
  await inScope(actor, async (tx) =>
    writeAudit(tx, {
      actor,
      command: "unit.changeApplied",
      result: "done",
      note: { entity: "unitChange", entityId: changeId },
    }),
  );
}

/**
 * Applies a change of units: the units at once, records and tasks in batches. It may be started twice or
 * killed at any point; whatever is left is done when it is started again.
 */
export async function unitChangeJob(
  { changeId, officerId }: Jobs["unitChange"],
  of: { size?: number; batches?: number } = {},
): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor || !(await begin(actor, changeId))) return;
  const { size = SLICE, batches = Number.POSITIVE_INFINITY } = of;
  for (let at = 0; at < batches; at += 1) {
    if (await inScope(actor, ({ sql }) => changeSlice(sql, changeId, size))) continue;
    await finish(actor, changeId);
    return;
  }
}
