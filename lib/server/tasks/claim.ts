import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { CLAIM, HOLDER, SHOWN } from "./sql";
import { giveBack, takeOver } from "./take";
import { leaseTaken } from "./task-row";

interface Holder {
  lease_by_id: string | null;
  lease_until: Date | null;
  state: string;
  force: string;
}

/** Why a claim found no row: gone, another force's, or open at a colleague's. */
async function claimRefusal(sql: Sql, taskId: string, force: string | null): Promise<AppError> {
  const holder = found((await sql<Holder>(HOLDER, [taskId]))[0]);
  if (holder.force !== force || holder.state === "closed")
    return new AppError("RULE", "wrongForce");
  return leaseTaken(sql, holder.lease_by_id, holder.lease_until);
}

/** Opens a task for half an hour for the actor alone; asked again, it renews. */
export const claimTask = command({
  name: "task.claim",
  permission: "task:claim",
  input: z.object({ taskId: z.uuid() }),
  async run({ sql, actor }, { taskId }) {
    const force = forceOf(actor);
    const rows = await sql<{ lease_until: Date; version: number }>(CLAIM, [
      taskId,
      actor.officerId,
      force,
    ]);
    const claimed = rows[0];
    if (!claimed) throw await claimRefusal(sql, taskId, force);
    await takeOver(sql, taskId, actor);
    await sql(SHOWN, [actor.officerId, taskId]);
    return {
      data: { until: claimed.lease_until.toISOString(), version: claimed.version },
      audit: { entity: "task", entityId: taskId },
    };
  },
});

// With the end of a lease, only that one: whoever has opened the task once more meanwhile keeps it. What is
// sent has milliseconds, what is kept has more.
const RELEASE = `
  update task set lease_by_id = null, lease_until = null
  where id = $1 and lease_by_id = $2
    and ($3::timestamptz is null or lease_until < $3::timestamptz + interval '2 milliseconds')
  returning id`;

/** Gives a task back before its half hour is over; with `until`, only where it is held until then. */
export const releaseTask = command({
  name: "task.release",
  permission: "task:release",
  input: z.object({ taskId: z.uuid(), until: z.iso.datetime().nullish() }),
  async run({ sql, actor }, { taskId, until }) {
    const released = await sql(RELEASE, [taskId, actor.officerId, until ?? null]);
    if (released.length > 0) await giveBack(sql, taskId, actor);
    return { data: null, audit: { entity: "task", entityId: taskId } };
  },
});
