import "server-only";
import PgBoss from "pg-boss";
import type { Tx } from "./db";

/** Long work, by the name of its queue. Payloads carry identifiers only, never a person's data. */
export interface Jobs {
  import: { batchId: string; officerId: string };
  match: { runId: string; officerId: string };
  /** one record, where the registry lies behind a network */
  rematch: { recordId: string; officerId: string };
  /** a model in the shadow, before anyone approves it */
  replay: { replayId: string; officerId: string };
  /** the tasks that an approved model closes */
  release: { releaseId: string; officerId: string };
  /** a change of units whose day has come */
  unitChange: { changeId: string; officerId: string };
  /** one rule for many tasks, or taking it back */
  bulk: { bulkId: string; officerId: string };
}
export type Queue = keyof Jobs;

/** Every queue that start creates and the worker listens to. */
export const QUEUES: readonly Queue[] = [
  "import",
  "match",
  "rematch",
  "replay",
  "release",
  "unitChange",
  "bulk",
];

let sender: PgBoss | undefined;

/**
 * Puts a job in its queue within the open transaction: it exists if and only if the change does.
 * The same work waits once, however often it is asked for.
 */
export async function enqueue<Name extends Queue>(
  tx: Pick<Tx, "connection">,
  name: Name,
  data: Jobs[Name],
): Promise<void> {
  // Never started: it only words the statement, which runs on the caller's connection.
  sender ??= new PgBoss({ connectionString: "postgresql://unused", migrate: false });
  const db = { executeSql: (text: string, values: unknown[]) => tx.connection.query(text, values) };
  await sender.send(name, data, { db, retryLimit: 20, retryDelay: 2, expireInHours: 12 });
}
