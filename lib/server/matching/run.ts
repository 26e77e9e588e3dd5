import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { type Compared, compareRecords } from "./compare";
import { currentModel, getModel } from "./models";
import { placeByRegistry } from "./residence";
import { SUBJECT_COLUMNS, type SubjectRow } from "./subjects";
import { saveResults } from "./writes";

export interface RunRow {
  id: string;
  batch_id: string | null;
  state: string;
  cursor: string | null;
  /** the version that was in use when it was asked for: a run never changes horses */
  model_version: string;
}

/** The run with its row locked, so that two workers never take the same slice. */
export async function lockRun(sql: Sql, runId: string): Promise<RunRow | null> {
  const rows = await sql<RunRow>(
    "select id, batch_id, state, cursor, model_version from match_run where id = $1 for update",
    [runId],
  );
  return rows[0] ?? null;
}

// A record that somebody has open work on, or has settled, is not compared behind their back.
const NEXT = `
  select ${SUBJECT_COLUMNS} from record r
  where batch_id = $1 and id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
    and not exists (select 1 from task t where t.record_id = r.id)
  order by id limit $3`;

/**
 * Compares the next slice of a run and stores what came out; an empty answer means the run is done.
 * Slice, results and the place reached share the caller's transaction: a killed worker loses no
 * more than one slice, and does none twice.
 */
export async function compareSlice(sql: Sql, run: RunRow, size: number): Promise<Compared[]> {
  const records = await sql<SubjectRow>(NEXT, [run.batch_id, run.cursor, size]);
  const last = records.at(-1);
  if (!last) {
    await sql(
      "update match_run set state = 'done', finished_at = now(), done = total where id = $1",
      [run.id],
    );
    return [];
  }
  const model = await getModel(sql, run.model_version);
  const compared = await compareRecords({ sql, runId: run.id, model }, records);
  const modelVersion = model.version;
  await saveResults(sql, compared, { runId: run.id, modelVersion, repairs: { taskId: null } });
  await placeByRegistry(sql, compared);
  await sql(
    "update match_run set state = 'running', done = done + $2, cursor = $3, touched_at = now() where id = $1",
    [run.id, records.length, last.id],
  );
  return compared;
}

/**
 * Compares one record at once. Safe repairs are applied in the course of sending a task back, and
 * belong to it; where somebody is still at work on the record (`taskId` null) it is only judged.
 */
export async function compareOne(
  sql: Sql,
  recordId: string,
  taskId: string | null,
): Promise<Compared | null> {
  const records = await sql<SubjectRow>(`select ${SUBJECT_COLUMNS} from record where id = $1`, [
    recordId,
  ]);
  const model = await currentModel(sql);
  const compared = await compareRecords({ sql, runId: null, model }, records);
  const repairs = taskId ? { taskId } : null;
  await saveResults(sql, compared, { runId: null, modelVersion: model.version, repairs });
  return compared[0] ?? null;
}
