import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { callFunction, transaction } from "@/lib/server/core/db";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { rematchWaiting } from "@/lib/server/tasks/new-reading";
import { type ActorUnit, unitActor } from "./unit-actor";

interface Reading extends ActorUnit {
  task_id: string;
  officer_id: string;
}

/**
 * Tasks whose person has come with a newer snapshot are compared with it, one by one; gives how
 * many. With a gateway there is no snapshot that could be newer.
 */
export async function rematchReadings(): Promise<number> {
  if (portalGateway()) return 0;
  let compared = 0;
  for (const found of await callFunction<Reading>("select * from new_readings()", [])) {
    const actor = unitActor(found, found.officer_id);
    const done = await transaction(scopeOf(actor), ({ sql }) =>
      rematchWaiting(sql, found.task_id, actor),
    );
    if (done) compared += 1;
  }
  return compared;
}
