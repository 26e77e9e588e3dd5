import "server-only";
import PgBoss from "pg-boss";
import { callFunction } from "@/lib/server/core/db";
import { env } from "@/lib/server/core/env";
import { log } from "@/lib/server/core/log";
import { mailSettings } from "@/lib/server/core/mail";
import { type Jobs, QUEUES, type Queue } from "@/lib/server/core/queue";
import { checkNightly, recountAsked } from "@/lib/server/progress/check";
import { foldProgress } from "@/lib/server/progress/fold";
import { purgeSearches } from "@/lib/server/records/search";
import { bulkJob } from "./bulk";
import { importJob } from "./import";
import { matchJob } from "./match";
import { rematchReadings } from "./new-readings";
import { forecastUnits } from "./outlooks";
import { measureEffort, startAbsences } from "./plans";
import { releaseJob } from "./release";
import { rematchJob } from "./rematch";
import { remind } from "./remind";
import { replayJob } from "./replay";
import { unitChangeJob } from "./unit-change";
import { resumeWaits } from "./waits";

const HANDLERS: { [Name in Queue]: (data: Jobs[Name]) => Promise<void> } = {
  import: importJob,
  match: matchJob,
  rematch: rematchJob,
  replay: replayJob,
  release: releaseJob,
  unitChange: (data) => unitChangeJob(data),
  bulk: bulkJob,
};

/** What the payload of each queue calls its subject. */
const SUBJECTS: Record<Queue, string> = {
  import: "batchId",
  match: "runId",
  rematch: "recordId",
  replay: "replayId",
  release: "releaseId",
  unitChange: "changeId",
  bulk: "bulkId",
};

const FOLD_EVERY = 500;
const RECOUNT_EVERY = 5_000;
const CHECK_EVERY = 10 * 60_000;
const SWEEP_EVERY = 15_000;
/** A day or a newer snapshot comes once; that it is noticed within a minute is soon enough. */
const WAITS_EVERY = 60_000;
const REMIND_EVERY = 60_000;
const STALE_SECONDS = 30;
const ABSENCES_EVERY = 60_000;
const MEASURE_EVERY = 60 * 60_000;
const PURGE_EVERY = 10 * 60_000;

interface Unfinished {
  kind: Queue;
  id: string;
  officer_id: string;
}

const UNFINISHED =
  "select * from unfinished_work($1) union all select * from unfinished_rematches($1)" +
  " union all select * from unfinished_model_work($1)" +
  " union all select * from unfinished_unit_changes($1) union all select * from unfinished_bulks($1)";

/** Puts work back in the queue that a dead worker left; doing it twice at once is harmless. */
async function sweep(boss: PgBoss, seconds: number): Promise<void> {
  const left = await callFunction<Unfinished>(UNFINISHED, [seconds]);
  for (const { kind, id, officer_id: officerId } of left) {
    const data = { [SUBJECTS[kind]]: id, officerId };
    await boss.send(kind, data, { singletonKey: id, singletonSeconds: STALE_SECONDS });
  }
}

function logged(name: string, run: () => Promise<unknown>): () => void {
  return () => {
    run().catch((error: unknown) => {
      log().error({ job: name, kind: error instanceof Error ? error.name : "unknown" }, "failed");
    });
  };
}

/** Of work that takes longer than its interval the next begins when the last has ended. */
function once(run: () => Promise<unknown>): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    await run().finally(() => {
      running = false;
    });
  };
}

async function listen(boss: PgBoss, name: Queue): Promise<void> {
  const handle = HANDLERS[name] as (data: unknown) => Promise<void>;
  await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
    if (!job) return;
    log().debug({ job: name, id: job.id }, "started");
    await handle(job.data);
    log().debug({ job: name, id: job.id }, "done");
  });
}

/** Starts the worker of this process; the answer stops it after the slice under way. */
export async function startWorker(): Promise<() => Promise<void>> {
  mailSettings(); // half of them is said now, and not once a minute
  const boss = new PgBoss({
    connectionString: env().APP_DATABASE_URL,
    migrate: false,
    schedule: false,
    max: 4,
    application_name: "portal-worker",
  });
  boss.on("error", (error) => log().error({ kind: error.name }, "queue"));
  await boss.start();
  await sweep(boss, 0);
  for (const name of QUEUES) await listen(boss, name);
  const timers = [
    setInterval(logged("fold", once(foldProgress)), FOLD_EVERY),
    setInterval(logged("recount", once(recountAsked)), RECOUNT_EVERY),
    setInterval(logged("check", once(checkNightly)), CHECK_EVERY),
    setInterval(logged("outlooks", once(forecastUnits)), CHECK_EVERY),
    setInterval(logged("remind", once(remind)), REMIND_EVERY),
    setInterval(
      logged("sweep", () => sweep(boss, STALE_SECONDS)),
      SWEEP_EVERY,
    ),
    setInterval(logged("waits", resumeWaits), WAITS_EVERY),
    setInterval(logged("readings", rematchReadings), WAITS_EVERY),
    setInterval(logged("absences", startAbsences), ABSENCES_EVERY),
    setInterval(logged("effort", measureEffort), MEASURE_EVERY),
    setInterval(logged("searches", purgeSearches), PURGE_EVERY),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await boss.stop({ graceful: true, timeout: 10_000 });
  };
}
