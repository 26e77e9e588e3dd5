import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { modelOfRun } from "./run-model";

/** What a run compares: a batch, the records of a unit and all below it, or the starter's whole area. */
export type RunOf = { batchId: string } | { area: { id: string; path: string } } | { all: true };

const INSERT = `
  insert into match_run (id, kind, batch_id, area_id, area_path, unit_path, model_version, created_by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Registers a run; the caller puts it in the queue. Its records are counted by the job. */
export async function createRun(
  sql: Sql,
  of: RunOf & { unitPath: string; officerId: string },
): Promise<string> {
  const id = newId();
  const model = await modelOfRun(sql);
  await sql("insert into match_model (version, data) values ($1, $2) on conflict do nothing", [
    model.version,
    JSON.stringify(model),
  ]);
  const kind = "batchId" in of ? "batch" : "area" in of ? "area" : "all";
  await sql(INSERT, [
    id,
    kind,
    "batchId" in of ? of.batchId : null,
    "area" in of ? of.area.id : null,
    "area" in of ? of.area.path : null,
    of.unitPath,
    model.version,
    of.officerId,
  ]);
  return id;
}
