import "server-only";
import type { Sql } from "@/lib/server/core/db";
import type { RunRow } from "./run-row";
import { holdsRecord } from "./settled-records";

/** A place within a run's records: their order is by path and id, in a batch by id. */
export interface RunPlace {
  cursor: string | null;
  cursor_path: string | null;
}

const FIRST = "00000000-0000-0000-0000-000000000000";

// A record that somebody has open work on, or has settled, is not compared behind their back. Counted
// record by record, by index: under row scope the planner expects hardly any task, and would hold
// every record against all of them.
// Nor is a record that is closed as a duplicate: the one that stays is compared in its place.
const FREE = `((select count(*) from task t where t.record_id = r.id and ${holdsRecord("t", "r")}) = 0
  and r.duplicate_of_id is null)`;

/**
 * In an area only what can have changed: never compared, or not with the newest snapshot and this
 * model. The same record, person and model give the same answer, so the rest would be done in vain.
 */
const STALE = `(select count(*) from match_result m where m.id = r.match_result_id and m.model_version = $3
  and m.created_at >= coalesce((select max(loaded_at) from registry_snapshot), '-infinity')) = 0`;

const IN_AREA = "r.unit_path >= $1 and r.unit_path < $2";

/** From the area's path up to, not including, the next one in byte order. */
function areaOf(run: RunRow): string[] {
  const path = run.area_path ?? run.unit_path;
  return [path, `${path.slice(0, -1)}/`];
}

/** Counts what there is to do, in the job: `total` will be compared, `skipped` belongs to officers. */
export async function countRecords(
  sql: Sql,
  run: RunRow,
): Promise<{ total: number; skipped: number }> {
  const rows =
    run.kind === "batch"
      ? await sql<{ total: number; skipped: number }>(
          `select count(*) filter (where ${FREE})::int as total, count(*) filter (where not ${FREE})::int as skipped
           from record r where batch_id = $1`,
          [run.batch_id],
        )
      : await sql<{ total: number; skipped: number }>(
          `select count(*) filter (where ${FREE} and ${STALE})::int as total,
             count(*) filter (where not ${FREE})::int as skipped
           from record r where ${IN_AREA}`,
          [...areaOf(run), run.model_version],
        );
  return rows[0] ?? { total: 0, skipped: 0 };
}

// Row scope makes the planner expect few rows, and for few it would sort the whole batch each time.
const BY_INDEX = "set local enable_sort = off";
const AS_BEFORE = "set local enable_sort = on";

/** The next records of a run after a place, in the run's order. */
export async function nextRecords(
  sql: Sql,
  run: RunRow,
  after: RunPlace & { size: number },
): Promise<{ id: string; unit_path: string }[]> {
  await sql(BY_INDEX);
  const records = await readNext(sql, run, after);
  await sql(AS_BEFORE);
  return records;
}

function readNext(
  sql: Sql,
  run: RunRow,
  after: RunPlace & { size: number },
): Promise<{ id: string; unit_path: string }[]> {
  if (run.kind === "batch") {
    return sql(
      `select r.id, r.unit_path from record r where r.batch_id = $1 and r.id > $2 and ${FREE}
       order by r.id limit $3`,
      [run.batch_id, after.cursor ?? FIRST, after.size],
    );
  }
  return sql(
    `select r.id, r.unit_path from record r where ${IN_AREA} and (r.unit_path, r.id) > ($4, $5::uuid)
       and ${FREE} and ${STALE}
     order by r.unit_path, r.id limit $6`,
    [...areaOf(run), run.model_version, after.cursor_path ?? "", after.cursor ?? FIRST, after.size],
  );
}
