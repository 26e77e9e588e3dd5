import "server-only";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import type { Sql } from "@/lib/server/core/db";
import type { IdentityRow } from "@/lib/server/matching/subjects";
import { written } from "../sides";

/** A record as it is now, and whom its last comparison has first. */
export interface PairRow {
  recordId: string;
  personId: string | null;
  current: FieldValues;
  /** the first candidate's own values; absent without one */
  registry?: FieldValues;
  /** somebody has said that it is not this person */
  rejected: boolean;
}

interface Row {
  record_id: string;
  record: IdentityRow & { phone: string | null; address: string | null };
  person_id: string | null;
  person: IdentityRow | null;
  rejected: boolean;
}

// Whole rows as they are written by the database: dates come as yyyy-MM-dd.
const PAIRS = `
  select r.id as record_id, p.id as person_id,
    jsonb_build_object('full_name', r.full_name, 'birth_date', r.birth_date, 'birth_precision', r.birth_precision,
      'sex', r.sex, 'id_number', r.id_number, 'phone', r.phone, 'address', r.address) as record,
    case when p.id is not null then jsonb_build_object('full_name', p.full_name, 'birth_date', p.birth_date,
      'birth_precision', p.birth_precision, 'sex', p.sex, 'id_number', p.id_number) end as person,
    exists (select 1 from not_a_match x where x.record_id = r.id and x.person_id = p.id) as rejected
  from record r left join match_candidate c on c.result_id = r.match_result_id and c.rank = 1
  left join person p on p.id = c.person_id
  where r.id = any($1)`;

/** Both sides of many records with one statement, by record: what `readSides` reads of one. */
export async function readPairs(sql: Sql, recordIds: string[]): Promise<Map<string, PairRow>> {
  const rows = await sql<Row>(PAIRS, [recordIds]);
  return new Map(
    rows.map(({ record_id: recordId, person_id: personId, record, person, rejected }) => [
      recordId,
      {
        recordId,
        personId,
        current: { ...written(record), phone: record.phone, address: record.address },
        registry: person ? written(person) : undefined,
        rejected,
      },
    ]),
  );
}
