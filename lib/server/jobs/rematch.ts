import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { type Sql, transaction } from "@/lib/server/core/db";
import { log } from "@/lib/server/core/log";
import type { Jobs } from "@/lib/server/core/queue";
import { findJobActor } from "@/lib/server/core/session";
import { snapshotComparer } from "@/lib/server/matching/compare";
import { gatewayComparer } from "@/lib/server/matching/gateway/gateway-comparer";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { GatewayError } from "@/lib/server/matching/gateway/registry-gateway";
import { modelOfRun } from "@/lib/server/matching/run-model";
import { SUBJECT_COLUMNS, type SubjectRow } from "@/lib/server/matching/subjects";
import { settleAsked } from "@/lib/server/tasks/settle-asked";

const SUBJECT = `select ${SUBJECT_COLUMNS} from record where id = $1`;

/**
 * Compares one record on behalf of the officer who sent it, without holding anything open while the
 * gateway is asked. While the gateway is down the task waits, and the sweep tries again.
 */
export async function rematchJob({ recordId, officerId }: Jobs["rematch"]): Promise<void> {
  const actor = await findJobActor(officerId);
  if (!actor) return;
  const inScope = <T>(run: (sql: Sql) => Promise<T>) =>
    transaction(scopeOf(actor), ({ sql }) => run(sql));
  const gateway = portalGateway();
  const comparer = gateway ? gatewayComparer(gateway) : snapshotComparer();
  const model = await inScope(modelOfRun);
  const records = await inScope((sql) => sql<SubjectRow>(SUBJECT, [recordId]));
  try {
    const [compared] = await comparer.compare({ inScope, runId: null, model }, records);
    if (!compared) return;
    await inScope((sql) => settleAsked(sql, compared, { modelVersion: model.version, actor }));
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    log().warn({ kind: error.kind, status: error.status }, "registry gateway");
  }
}
