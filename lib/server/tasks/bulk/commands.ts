import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { type BulkState, canUndoBulk, UNDO_HOURS } from "@/lib/domain/tasks/bulk-outcome";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { enqueue } from "@/lib/server/core/queue";
import { membersOf, memberValues } from "./members";
import { type BulkRow, forceOfBulk, keyOf, lockBulk } from "./run-row";

const BulkId = z.object({ bulkId: z.uuid() });

/** The bulk, locked; only officers of its own force move it. */
async function getBulkFor({ sql, actor }: CommandContext, bulkId: string): Promise<BulkRow> {
  const run = found(await lockBulk(sql, bulkId));
  if (forceOf(actor) !== forceOfBulk(run)) throw new AppError("RULE", "wrongForce");
  return run;
}

function requireState(run: BulkRow, states: readonly BulkState[]): void {
  if (!states.includes(run.state)) throw new AppError("RULE", "bulkState");
}

// In the order of the tasks' ids a bulk is the same for whoever goes on with it.
const LINES = (members: string) => `
  insert into bulk_line (bulk_id, task_id, record_id, unit_path, version, assignee_id)
  select $5, t.id, t.record_id, $6, t.version, t.assignee_id ${members}
  returning task_id`;

// Two bulks would wait for each other's rows, and the second would find them all changed.
const BUSY = `
  select 1 from bulk_run where id <> $1 and cluster_key = $2 and state in ('queued', 'running', 'paused') limit 1`;

const START = `
  update bulk_run set state = 'queued', total = $2, by_id = $3, started_at = now(), touched_at = now() where id = $1`;

/** Applies the rule to all tasks that the cluster has now, in the background. */
export const startBulk = command({
  name: "bulk.start",
  permission: "bulk:run",
  input: BulkId,
  async run(ctx, { bulkId }) {
    const { sql, actor } = ctx;
    const run = await getBulkFor(ctx, bulkId);
    requireState(run, ["ready"]);
    const busy = await sql(BUSY, [run.id, run.cluster_key]);
    if (busy.length > 0) throw new AppError("RULE", "clusterBusy");
    const key = keyOf(run);
    const lines = await sql(LINES(membersOf(key.kind)), [
      ...memberValues(key),
      run.id,
      run.unit_path,
    ]);
    if (lines.length === 0) throw new AppError("RULE", "clusterEmpty");
    await sql(START, [run.id, lines.length, actor.officerId]);
    await enqueue(ctx, "bulk", { bulkId, officerId: actor.officerId });
    return {
      data: { bulkId, total: lines.length },
      audit: { entity: "bulk", entityId: bulkId, detail: { tasks: lines.length } },
    };
  },
});

interface Change {
  from: readonly BulkState[];
  to: BulkState;
}

// A cancelled bulk has ended: the day in which it can be taken back begins.
const CHANGE = `
  update bulk_run set state = $2, by_id = $3, touched_at = now(),
    finished_at = case when $2 = 'cancelled' and phase = 'apply' then now() else finished_at end
  where id = $1`;

async function change(ctx: CommandContext, bulkId: string, { from, to }: Change) {
  const run = await getBulkFor(ctx, bulkId);
  requireState(run, from);
  await ctx.sql(CHANGE, [run.id, to, ctx.actor.officerId]);
  return run;
}

/** Stops a bulk after the slice under way; what is done stays done. */
export const pauseBulk = command({
  name: "bulk.pause",
  permission: "bulk:run",
  input: BulkId,
  async run(ctx, { bulkId }) {
    await change(ctx, bulkId, { from: ["queued", "running"], to: "paused" });
    return { data: { bulkId }, audit: { entity: "bulk", entityId: bulkId } };
  },
});

/** Goes on where a paused bulk stood, on behalf of whoever goes on. */
export const resumeBulk = command({
  name: "bulk.resume",
  permission: "bulk:run",
  input: BulkId,
  async run(ctx, { bulkId }) {
    await change(ctx, bulkId, { from: ["paused"], to: "queued" });
    await enqueue(ctx, "bulk", { bulkId, officerId: ctx.actor.officerId });
    return { data: { bulkId }, audit: { entity: "bulk", entityId: bulkId } };
  },
});

/** Ends a bulk for good; what it has done until then can be taken back. */
export const cancelBulk = command({
  name: "bulk.cancel",
  permission: "bulk:run",
  input: BulkId,
  async run(ctx, { bulkId }) {
    const run = await change(ctx, bulkId, {
      from: ["ready", "queued", "running", "paused"],
      to: "cancelled",
    });
    // An undo is never left half done for good: it is paused and goes on.
    if (run.phase === "undo") throw new AppError("RULE", "bulkState");
    return { data: { bulkId }, audit: { entity: "bulk", entityId: bulkId } };
  },
});

const UNDO = `
  update bulk_run set state = 'queued', phase = 'undo', by_id = $2, touched_at = now() where id = $1`;

/** Takes back all that a bulk has done, within a day, in the background. */
export const undoBulk = command({
  name: "bulk.undo",
  permission: "bulk:run",
  input: BulkId,
  async run(ctx, { bulkId }) {
    const { sql, actor, now } = ctx;
    const run = await getBulkFor(ctx, bulkId);
    const { state, phase, finished_at: finishedAt } = run;
    if (!canUndoBulk({ state, phase, finishedAt }, now)) {
      throw new AppError("RULE", "bulkUndoOver", { hours: UNDO_HOURS });
    }
    await sql(UNDO, [run.id, actor.officerId]);
    await enqueue(ctx, "bulk", { bulkId, officerId: actor.officerId });
    return { data: { bulkId }, audit: { entity: "bulk", entityId: bulkId } };
  },
});
