import { v7 } from "uuid";
import type { MadeCommune, Owner } from "./communes";

export interface PlainTask {
  id: string;
  recordId: string;
  /** "TC-…", given by the database */
  code: string;
}

const BATCH = `
  insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
  values ($1, $2, $3, $1::uuid::text, 'list.csv', 1, '2025-06-30', 'done', $4)`;
const RECORD = `
  insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received,
    full_name, outcome)
  values ($1, $2::uuid::text, $1::uuid::text, $2, $3, $4, 'resolved', '{}', 'Nguyễn Thị Thử', 'review')
  returning code`;
const TASK = `
  insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, effort, due_on)
  values ($1, $2, $3, $4, 'correcting', 'health', 'health', 'healthSmallDifference', 'typo', 1, current_date + 10)`;

/** A task of a health station as it stands in the database: made by no import and no comparison. */
export async function makePlainTask(owner: Owner, commune: MadeCommune): Promise<PlainTask> {
  const [batchId, recordId, id] = [v7(), v7(), v7()];
  await owner.query(BATCH, [batchId, commune.province.id, commune.province.path, v7()]);
  const { rows } = await owner.query<{ code: string }>(RECORD, [
    recordId,
    batchId,
    commune.id,
    commune.path,
  ]);
  await owner.query(TASK, [id, recordId, commune.id, commune.path]);
  return { id, recordId, code: rows[0]?.code ?? "" };
}
