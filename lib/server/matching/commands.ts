import "server-only";
import { z } from "zod";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { enqueue } from "@/lib/server/core/queue";
import { createRun, type RunOf } from "./run-create";
import type { RunState } from "./run-row";

const BATCH = `
  select state, exists (select 1 from match_run r where r.batch_id = b.id and r.state in ('queued', 'running')) as busy
  from import_batch b where id = $1`;

// Units of today, of the starter's own area.
const UNIT = `
  select id, path from unit where id = $1 and valid_to is null
    and path >= current_setting('app.record_from', true) and path < current_setting('app.record_to', true)`;

// Two areas have records in common when one lies within the other.
const OVERLAPPING = `
  select 1 from match_run where kind <> 'batch' and state in ('queued', 'running')
    and (starts_with(coalesce(area_path, unit_path), $1) or starts_with($1, coalesce(area_path, unit_path))) limit 1`;

async function batchRun(sql: Sql, batchId: string): Promise<RunOf> {
  const batch = found((await sql<{ state: string; busy: boolean }>(BATCH, [batchId]))[0]);
  if (batch.busy || batch.state !== "done") throw new AppError("RULE", "batchBusy");
  return { batchId };
}

async function requireFree(sql: Sql, path: string): Promise<void> {
  if ((await sql(OVERLAPPING, [path])).length > 0) throw new AppError("RULE", "areaBusy");
}

async function areaRun(sql: Sql, unitId: string): Promise<RunOf> {
  const area = found((await sql<{ id: string; path: string }>(UNIT, [unitId]))[0]);
  await requireFree(sql, area.path);
  return { area };
}

async function everything({ sql, actor }: CommandContext): Promise<RunOf> {
  await requireFree(sql, actor.unitPath);
  return { all: true };
}

/**
 * Compares records with the registry as it is now: those of a batch, those of a unit and all below
 * it, or all of the officer's area. What officers work on or have settled is left alone; of an area only
 * what was not yet compared with the newest snapshot and this model.
 */
export const startRun = command({
  name: "match.run",
  permission: "match:run",
  input: z.union([
    z.strictObject({ batchId: z.uuid() }),
    z.strictObject({ unitId: z.string().min(1).max(40) }),
    z.strictObject({ all: z.literal(true) }),
  ]),
  async run(context, input) {
    const { sql, actor, connection } = context;
    const { officerId, unitPath } = actor;
    const of =
      "batchId" in input
        ? await batchRun(sql, input.batchId)
        : "unitId" in input
          ? await areaRun(sql, input.unitId)
          : await everything(context);
    const runId = await createRun(sql, { ...of, unitPath, officerId });
    await enqueue({ connection }, "match", { runId, officerId });
    return { data: { runId }, audit: { entity: "match", entityId: runId } };
  },
});

interface Change {
  from: readonly RunState[];
  to: RunState;
}

const CHANGE = `
  update match_run set state = $2, touched_at = now(), finished_at = case when $2 = 'cancelled' then now() end
  where id = $1 and state = any($3) returning id`;

const RunId = z.object({ runId: z.uuid() });

async function change({ sql }: CommandContext, runId: string, { from, to }: Change): Promise<void> {
  if ((await sql(CHANGE, [runId, to, from])).length > 0) return;
  found((await sql("select 1 from match_run where id = $1", [runId]))[0]);
  throw new AppError("RULE", "runState");
}

/** Stops a run after the slice under way; what is done stays done. */
export const pauseRun = command({
  name: "match.pause",
  permission: "match:run",
  input: RunId,
  async run(context, { runId }) {
    await change(context, runId, { from: ["queued", "running"], to: "paused" });
    return { data: { runId }, audit: { entity: "match", entityId: runId } };
  },
});

/** Goes on where a paused run stood, on behalf of whoever goes on. */
export const resumeRun = command({
  name: "match.resume",
  permission: "match:run",
  input: RunId,
  async run(context, { runId }) {
    await change(context, runId, { from: ["paused"], to: "queued" });
    const { officerId } = context.actor;
    await enqueue(context, "match", { runId, officerId });
    return { data: { runId }, audit: { entity: "match", entityId: runId } };
  },
});

/** Ends a run for good; what it has compared until then stays. */
export const cancelRun = command({
  name: "match.cancel",
  permission: "match:run",
  input: RunId,
  async run(context, { runId }) {
    await change(context, runId, { from: ["queued", "running", "paused"], to: "cancelled" });
    return { data: { runId }, audit: { entity: "match", entityId: runId } };
  },
});
