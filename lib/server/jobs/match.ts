import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { type Sql, transaction } from "@/lib/server/core/db";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { type Judge, snapshotComparer } from "@/lib/server/matching/compare";
import { exactJudge } from "@/lib/server/matching/exact";
import { gatewayComparer } from "@/lib/server/matching/gateway/gateway-comparer";
import { gatewaySlice, portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { stepAside } from "@/lib/server/matching/gateway/step-aside";
import { beginRun, finishRun } from "@/lib/server/matching/run-finish";
import { modelOfRun } from "@/lib/server/matching/run-model";
import type { RunRow } from "@/lib/server/matching/run-row";
import {
  type Comparing,
  prepareSlice,
  type Slice,
  writeSlice,
} from "@/lib/server/matching/run-slice";
import { createTasks } from "@/lib/server/tasks/create";
import { judgePool } from "./threads/pool";

/** Records of a slice: large enough for set-based statements, small enough to pause soon. */
const SLICE = 5_000;

interface How {
  /** records of a slice */
  slice?: number;
  /** threads in which records are judged */
  threads?: number;
}

type InScope = Comparing["context"]["inScope"];

/** Everything that a run needs beside its rows, for as long as `use` lasts. */
async function withComparing<T>(
  { run, inScope }: { run: RunRow; inScope: InScope },
  how: How,
  use: (comparing: Comparing) => Promise<T>,
): Promise<T> {
  const model = await inScope((sql) => modelOfRun(sql, run.model_version));
  const context = { inScope, runId: run.id, model };
  const gateway = portalGateway();
  if (gateway) {
    const size = how.slice ?? gatewaySlice();
    return use({ context, comparer: gatewayComparer(gateway), exactJudge: null, size });
  }
  const pool = judgePool(model, how.threads);
  const judge: Judge = pool.judge;
  try {
    return await use({
      context,
      comparer: snapshotComparer(judge),
      exactJudge: exactJudge(model, judge),
      size: how.slice ?? SLICE,
    });
  } finally {
    await pool.stop();
  }
}

/** Writes a slice and makes the tasks that follow. False when the run is no longer ours to move. */
async function write(slice: Slice, comparing: Comparing, elapsed: number): Promise<boolean> {
  const { inScope, runId, model } = comparing.context;
  return inScope(async (sql: Sql) => {
    const stored = await writeSlice(sql, slice, { runId, model, elapsed });
    if (stored) await createTasks(sql, stored, new Date());
    return stored !== null;
  });
}

/** While a slice is written the next one is read and compared. True when all of the run is done. */
async function work(run: RunRow, comparing: Comparing): Promise<boolean> {
  let begun = performance.now();
  let next = prepareSlice(run, run, comparing);
  for (;;) {
    const slice = await next;
    if (!slice) return true;
    next = prepareSlice(run, slice.to, comparing);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    next.catch(() => undefined);
    const now = performance.now();
    if (!(await write(slice, comparing, now - begun))) {
      await next.catch(() => undefined);
      return false;
    }
    begun = now;
  }
}

async function perform(actor: Actor, runId: string, how: How): Promise<boolean> {
  const inScope: InScope = (run) => transaction(scopeOf(actor), ({ sql }) => run(sql));
  const run = await inScope((sql) => beginRun(sql, runId));
  if (!run) return true;
  const of = { run, inScope };
  if (!(await withComparing(of, how, (comparing) => work(run, comparing)))) return false;
  await inScope((sql) => finishRun(sql, runId));
  return true;
}

/**
 * Does a run: compares its records with the registry and makes the tasks that follow. It may be
 * started twice or killed at any point: each slice is one transaction that also moves the run's place
 * forward. Pausing or cancelling ends it after the slice under way. While the registry's gateway is
 * down it steps aside, and the sweep starts it again.
 */
export async function matchJob({ runId, officerId }: Jobs["match"], how: How = {}): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  try {
    // Where another worker moved the run, this one goes on from there.
    while (!(await perform(actor, runId, how)));
  } catch (error) {
    await stepAside(error, (run) => transaction(scopeOf(actor), ({ sql }) => run(sql, runId)));
  }
}
