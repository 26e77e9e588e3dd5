import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { type AuditLine, writeAudit } from "@/lib/server/core/audit";
import { type Sql, transaction } from "@/lib/server/core/db";
import { takeNext } from "@/lib/server/tasks/claim-next";
import { moveTask } from "@/lib/server/tasks/move";
import { getTaskFor } from "@/lib/server/tasks/task-row";

type Claimed = { taskId: string; version: number };

const lineOf = (actor: Actor, command: string, note: AuditLine["note"]): AuditLine => ({
  actor,
  command,
  result: "done",
  note: { entity: "task", ...note },
});

async function claim(sql: Sql, actor: Actor, exceptId: string | null) {
  const next = await takeNext(sql, actor, exceptId);
  return { next, line: lineOf(actor, "task.claimNext", { entityId: next?.taskId }) };
}

async function complete(sql: Sql, actor: Actor, held: Claimed): Promise<AuditLine> {
  const task = await getTaskFor(sql, actor, held);
  await moveTask(sql, task, { event: "confirm", by: "police", actor });
  const detail = { from: task.state, to: "handover" };
  return lineOf(actor, "task.confirm", { entityId: task.id, detail });
}

/** The next task alone. */
function claimAlone(actor: Actor): Promise<Claimed | null> {
  return transaction(scopeOf(actor), async ({ sql, last }) => {
    const { next, line } = await claim(sql, actor, null);
    writeAudit({ last }, line);
    return next;
  });
}

/** As the portal does it: the next task comes with the finished one. */
function completeAndClaim(actor: Actor, held: Claimed): Promise<Claimed | null> {
  return transaction(scopeOf(actor), async ({ sql, last }) => {
    const done = await complete(sql, actor, held);
    const { next, line } = await claim(sql, actor, held.taskId);
    writeAudit({ last }, done, line);
    return next;
  });
}

async function completeThenClaim(actor: Actor, held: Claimed): Promise<Claimed | null> {
  await transaction(scopeOf(actor), async ({ sql, last }) => {
    writeAudit({ last }, await complete(sql, actor, held));
  });
  return claimAlone(actor);
}

export type Way = "together" | "apart";

/**
 * One officer at work with the statements and transactions of the portal: claims and completes until
 * the time is over. `together` is how the portal does it, `apart` commits each on its own. Tells of
 * every finished pair.
 */
export async function officerAtWork(
  actor: Actor,
  of: { way: Way; until: number; done: (taskId: string) => void },
): Promise<void> {
  const goOn = of.way === "together" ? completeAndClaim : completeThenClaim;
  let held = await claimAlone(actor);
  while (held && performance.now() < of.until) {
    const { taskId } = held;
    held = await goOn(actor, held);
    of.done(taskId);
  }
  if (!held) throw new Error("an officer ran out of tasks");
}
