import "server-only";
import type { HumanDecision } from "@/lib/domain/matching/replay";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Sql } from "@/lib/server/core/db";
import { SUBJECT_COLUMNS, type SubjectRow } from "./subjects";

/** A record of the backlog or of the decided history, as the engine met it, and what people said of it. */
export interface ReplayCase {
  record: SubjectRow;
  taskId: string;
  open: boolean;
  decided: HumanDecision;
}

interface WorkRow {
  record_id: string;
  task_id: string;
  open: boolean;
  /** people have changed the record itself by now */
  corrected: boolean;
  decided_person_id: string | null;
}

// Everything that people have had to do with; a batch that was withdrawn says nothing.
const REPLAYED = "(t.state <> 'closed' or t.resolution in ('corrected', 'falseMismatch'))";

export const COUNT_CASES = `select count(distinct t.record_id)::int as total from task t where ${REPLAYED}`;

const NEXT_IDS = `
  select t.record_id from task t
  where t.record_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') and ${REPLAYED}
  group by t.record_id order by t.record_id limit $2`;

/*
 * Whom people settled on: the person police confirmed, or the one who carries the record's number after
 * an officer has sent it. What a model closed by itself is nobody's decision.
 */
const WORK = `
  select distinct on (t.record_id) t.record_id, t.id as task_id, t.state <> 'closed' as open,
    t.state in ('closed', 'publishing') as corrected,
    coalesce(t.confirmed_person_id, case
      when t.state in ('closed', 'publishing') and r.outcome in ('matched', 'repaired')
        and exists (select 1 from task_event e where e.task_id = t.id and e.event = 'submit')
      then (select c.person_id from match_candidate c
            where c.result_id = r.match_result_id and c.fields @> '[{"field": "idNumber", "harmless": true}]'
            order by c.rank limit 1) end) as decided_person_id
  from task t join record r on r.id = t.record_id
  where t.record_id = any($1) and ${REPLAYED}
  order by t.record_id, (t.state = 'closed'), t.created_at desc`;

const REJECTED = "select record_id, person_id from not_a_match where record_id = any($1)";

// The value before the first correction is the one that came in.
const RECEIVED = `
  select distinct on (record_id, field) record_id, field, from_value from correction
  where record_id = any($1) and field in ('fullName', 'birthDate', 'sex', 'idNumber')
  order by record_id, field, at, id`;

interface ReceivedRow {
  record_id: string;
  field: IdentityField;
  from_value: string | null;
}

const COLUMN = { fullName: "full_name", sex: "sex", idNumber: "id_number" } as const;

function rewind(record: SubjectRow, { field, from_value: value }: ReceivedRow): SubjectRow {
  if (field !== "birthDate") return { ...record, [COLUMN[field]]: value };
  const read = value === null ? null : parseBirthDate(value);
  const date = read?.ok ? read.value : null;
  return { ...record, birth_date: date?.value ?? null, birth_precision: date?.precision ?? null };
}

function groupBy<Row extends { record_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.record_id);
    if (group) group.push(row);
    else groups.set(row.record_id, [row]);
  }
  return groups;
}

/**
 * The next cases after a record, in the order of records. Where people have corrected the record, it is
 * given with the values that it came with: compared as it is now, every decided record would agree.
 */
export async function readCases(
  sql: Sql,
  after: string | null,
  size: number,
): Promise<ReplayCase[]> {
  const next = await sql<{ record_id: string }>(NEXT_IDS, [after, size]);
  const ids = next.map((row) => row.record_id);
  if (ids.length === 0) return [];
  const records = await sql<SubjectRow>(
    `select ${SUBJECT_COLUMNS} from record where id = any($1) order by id`,
    [ids],
  );
  const work = groupBy(await sql<WorkRow>(WORK, [ids]));
  const rejected = groupBy(await sql<{ record_id: string; person_id: string }>(REJECTED, [ids]));
  const received = groupBy(await sql<ReceivedRow>(RECEIVED, [ids]));
  return records.flatMap((record) => {
    const task = work.get(record.id)?.[0];
    if (!task) return [];
    const changes = task.corrected ? (received.get(record.id) ?? []) : [];
    return {
      record: changes.reduce(rewind, record),
      taskId: task.task_id,
      open: task.open,
      decided: {
        personId: task.decided_person_id,
        rejected: (rejected.get(record.id) ?? []).map((row) => row.person_id),
      },
    };
  });
}
