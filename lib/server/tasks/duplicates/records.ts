import "server-only";
import { writtenIdentity } from "@/lib/domain/records/field-value";
import type { Likened } from "@/lib/domain/tasks/likeness";
import type { TaskState } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { dateOf, type IdentityRow } from "@/lib/server/matching/subjects";

interface Row extends IdentityRow {
  id: string;
  version: number;
  code: string;
  outcome: string | null;
  unit_name: string;
  duplicate_of_id: string | null;
  task_id: string | null;
  task_state: TaskState | null;
  person_ids: string[];
}

// Whom the engine accepted, and whom police confirmed.
const RECORDS = `
  select r.id, r.version, r.code, r.full_name, r.birth_date, r.birth_precision, r.sex, r.id_number, r.outcome,
    r.duplicate_of_id, u.name as unit_name, t.id as task_id, t.state as task_state,
    array(select m.person_id from match_result m where m.id = r.match_result_id and m.person_id is not null
      union select k.confirmed_person_id from task k
      where k.record_id = r.id and k.confirmed_person_id is not null) as person_ids
  from record r join unit u on u.id = r.unit_id
  left join task t on t.record_id = r.id and t.state <> 'closed'
  where r.id = any($1) order by r.code`;

const CARRIERS = "select record_id, person_id from number_carriers($1)";

/** A record that may be merged, with what speaks for or against it. */
export interface MergeRecord extends Likened {
  recordId: string;
  version: number;
  code: string;
  idNumber: string | null;
  outcome: string | null;
  unitName: string;
  duplicateOfId: string | null;
  /** its open task */
  taskId: string | null;
  taskState: TaskState | null;
}

function mergeRecord(row: Row, carriers: string[]): MergeRecord {
  const { fullName, birthDate, sex, idNumber } = writtenIdentity({
    fullName: row.full_name,
    birthDate: dateOf(row),
    sex: row.sex as "male" | "female" | null,
    idNumber: row.id_number,
  });
  return {
    recordId: row.id,
    version: row.version,
    code: row.code,
    fullName,
    birthDate,
    sex,
    idNumber,
    outcome: row.outcome,
    unitName: row.unit_name,
    duplicateOfId: row.duplicate_of_id,
    taskId: row.task_id,
    taskState: row.task_state,
    personIds: row.person_ids,
    carriers,
  };
}

/** Records of the caller's area, in the order of their codes; what is out of reach is missing. */
export async function readRecords(sql: Sql, ids: string[]): Promise<MergeRecord[]> {
  const rows = await sql<Row>(RECORDS, [ids]);
  const carried = await sql<{ record_id: string; person_id: string }>(CARRIERS, [ids]);
  return rows.map((row) => {
    const own = carried.filter((one) => one.record_id === row.id);
    return mergeRecord(
      row,
      own.map((one) => one.person_id),
    );
  });
}
