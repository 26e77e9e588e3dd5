import type pg from "pg";
import PgBoss from "pg-boss";
import { APPLICATION_ROLE } from "./roles";

// pg-boss makes this one itself when a worker starts, which the application's login may not.
const SCHEDULE_QUEUE = "__pgboss__send-it";

/**
 * Makes the tables of the job queue and one partition for each queue, as the owner. The worker opens
 * them with `migrate: false` and needs no right to make anything.
 */
export async function ensureQueues(
  owner: pg.Client,
  ownerUrl: string,
  queues: readonly string[],
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined); // what fails is thrown by the call itself
  await boss.start();
  try {
    for (const queue of [...queues, SCHEDULE_QUEUE]) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.query(`grant usage on schema pgboss to ${APPLICATION_ROLE}`);
  await owner.query(
    `grant select, insert, update, delete on all tables in schema pgboss to ${APPLICATION_ROLE}`,
  );
}
