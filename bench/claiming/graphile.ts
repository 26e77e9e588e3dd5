import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

interface GraphileWorker {
  run(options: object): Promise<{ stop(): Promise<void>; events: NodeJS.EventEmitter }>;
  runMigrations(options: object): Promise<void>;
}

/** graphile-worker, where it has been installed; null where not. */
export function findGraphile(folder: string | undefined): GraphileWorker | null {
  try {
    return createRequire(import.meta.url)(folder ?? "graphile-worker") as GraphileWorker;
  } catch {
    return null;
  }
}

/** Jobs put in at once: with many more in one statement each takes longer than the one before. */
const BATCH = 2000;
const ADD =
  "select graphile_worker.add_job('noop', json_build_object('n', n)) from generate_series(1, $1::int) n";

/** Jobs a second of graphile-worker 0.16, which claims and completes one at a time; none does anything. */
export async function graphileRate(
  worker: GraphileWorker,
  of: { owner: Pick<pg.ClientBase, "query">; pool: pg.Pool; clients: number; seconds: number },
): Promise<number> {
  const quiet = { log: () => undefined };
  const { Logger } = worker as unknown as { Logger: new (factory: () => () => void) => object };
  const logger = new Logger(() => quiet.log);
  await worker.runMigrations({ pgPool: of.pool, logger });
  for (let added = 0; added < of.seconds * 4000; added += BATCH) {
    await of.owner.query(ADD, [BATCH]);
  }
  await of.owner.query("vacuum analyze graphile_worker._private_jobs");
  let done = 0;
  const taskList = {
    noop: async () => {
      done += 1;
    },
  };
  const begun = performance.now();
  const runner = await worker.run({
    pgPool: of.pool,
    concurrency: of.clients,
    taskList,
    logger,
    noHandleSignals: true,
    pollInterval: 100,
  });
  await sleep(of.seconds * 1000);
  const rate = done / ((performance.now() - begun) / 1000);
  await runner.stop();
  await of.owner.query("drop schema graphile_worker cascade");
  return rate;
}
