import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { currentVersion } from "./models";

/** Registers a run over a batch's records; the caller puts it in the queue. */
export async function createRun(
  sql: Sql,
  of: { batchId: string; unitPath: string; officerId: string },
): Promise<string> {
  const id = newId();
  const version = await currentVersion(sql);
  await sql(
    `insert into match_run (id, batch_id, unit_path, total, model_version, created_by_id)
     values ($1, $2, $3, (select count(*) from record where batch_id = $2), $4, $5)`,
    [id, of.batchId, of.unitPath, version, of.officerId],
  );
  return id;
}
