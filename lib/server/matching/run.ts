import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { snapshotComparer } from "./compare";
import type { Compared } from "./comparer";
import { modelOfRun } from "./run-model";
import { SUBJECT_COLUMNS, type SubjectRow } from "./subjects";
import { saveResults } from "./writes";

/**
 * Compares one record at once. Safe repairs are applied in the course of sending a task back, and
 * belong to it; where somebody is still at work on the record (`taskId` null) it is only judged.
 */
export async function compareOne(
  sql: Sql,
  recordId: string,
  taskId: string | null,
): Promise<Compared | null> {
  const model = await modelOfRun(sql);
  const records = await sql<SubjectRow>(`select ${SUBJECT_COLUMNS} from record where id = $1`, [
    recordId,
  ]);
  const context = { inScope: <T>(run: (sql: Sql) => Promise<T>) => run(sql), runId: null, model };
  const compared = await snapshotComparer().compare(context, records);
  const repairs = taskId ? { taskId } : null;
  const modelVersion = model.version;
  await saveResults(sql, compared, { runId: null, modelVersion, repairs, ahead: false });
  return compared[0] ?? null;
}
