import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { log } from "@/lib/server/core/log";
import { GatewayError } from "./registry-gateway";

const WAIT = `
  update match_run set waiting_since = coalesce(waiting_since, now()), touched_at = now()
  where id = $1 and state in ('queued', 'running')`;

/**
 * When the gateway is down a run stays where it is and says that it waits; the sweep takes it up
 * again. Any other failure goes on to whoever called. @throws what is no failure of the gateway
 */
export async function stepAside(
  error: unknown,
  onRun: (mark: (sql: Sql, runId: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (!(error instanceof GatewayError)) throw error;
  log().warn({ kind: error.kind, status: error.status }, "registry gateway");
  await onRun(async (sql, runId) => {
    await sql(WAIT, [runId]);
  });
}
