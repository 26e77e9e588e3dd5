import "server-only";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";

/** Registers a run over a batch's records; the caller puts it in the queue. */
export async function createRun(
  sql: Sql,
  of: { batchId: string; unitPath: string; officerId: string },
): Promise<string> {
  const id = newId();
  await sql("insert into match_model (version, data) values ($1, $2) on conflict do nothing", [
    CURRENT_MODEL.version,
    JSON.stringify(CURRENT_MODEL),
  ]);
  await sql(
    `insert into match_run (id, batch_id, unit_path, total, model_version, created_by_id)
     values ($1, $2, $3, (select count(*) from record where batch_id = $2), $4, $5)`,
    [id, of.batchId, of.unitPath, CURRENT_MODEL.version, of.officerId],
  );
  return id;
}
