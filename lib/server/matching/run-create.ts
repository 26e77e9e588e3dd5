import "server-only";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";

/** Registers a run over a batch's records; the caller puts it in the queue. */
export async function createRun(
  sql: Sql,
  of: { batchId: string; unitPath: string; officerId: string },
): Promise<string> {
  const id = newId();
  await sql("insert into match_model (version, data) values ($1, $2) on conflict do nothing", [
    MODEL_V1.version,
    JSON.stringify(MODEL_V1),
  ]);
  await sql(
    `insert into match_run (id, batch_id, unit_path, total, model_version, created_by_id)
     values ($1, $2, $3, (select count(*) from record where batch_id = $2), $4, $5)`,
    [id, of.batchId, of.unitPath, MODEL_V1.version, of.officerId],
  );
  return id;
}
