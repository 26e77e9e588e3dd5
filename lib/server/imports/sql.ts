import "server-only";

const RECORD_TYPES = `id uuid, source_system text, source_id text, batch_id uuid, unit_id text,
  unit_path text, residence_status text, received_unit_id text, split_unit_id text, residence_rule_id uuid,
  received jsonb, full_name text,
  birth_date date, birth_precision text, sex text, id_number text, document_type text, "foreign" boolean,
  insurance_number text, phone text, address text, group_name text`;

const RECORD_COLUMNS = `id, source_system, source_id, batch_id, unit_id, unit_path, residence_status,
  received_unit_id, split_unit_id, residence_rule_id, received, full_name, birth_date, birth_precision, sex,
  id_number, document_type, "foreign", insurance_number, phone, address, group_name`;

// A later line of the same file fills gaps; a later file brings the values of its day. What portal
// and officers have corrected and not yet published is not overwritten by an old export.
const VALUE_COLUMNS = [
  "full_name",
  "birth_date",
  "birth_precision",
  "sex",
  "id_number",
  "document_type",
  "insurance_number",
  "phone",
  "address",
  "group_name",
];

const KEEPS = `(r.batch_id = excluded.batch_id or exists (select 1 from correction c
  where c.record_id = r.id and c.published_at is null))`;

const SET_VALUES = VALUE_COLUMNS.map(
  (name) =>
    `${name} = case when ${KEEPS} then coalesce(r.${name}, excluded.${name}) else excluded.${name} end`,
).join(", ");

export const UPSERT_RECORDS = `
  insert into record as r (${RECORD_COLUMNS})
  select ${RECORD_COLUMNS} from jsonb_to_recordset($1::jsonb) as x(${RECORD_TYPES})
  on conflict (source_system, source_id) do update set ${SET_VALUES},
    received = case when r.batch_id = excluded.batch_id then r.received else excluded.received end,
    batch_id = excluded.batch_id, version = r.version + 1, updated_at = now()
  returning r.id, r.source_id, (xmax = 0) as added`;

// A dose is the same when record, day and vaccine are: it is never lost and never doubled.
export const INSERT_DOSES = `
  insert into dose (id, record_id, dose_no, injected_on, date_text, vaccine, lot, facility)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, dose_no int, injected_on date,
    date_text text, vaccine text, lot text, facility text)
  on conflict (record_id, injected_on, vaccine, (case when injected_on is null then dose_no end))
  do update set lot = coalesce(dose.lot, excluded.lot), facility = coalesce(dose.facility, excluded.facility)`;

// Ids that earlier slices of the same file have brought already, with their first line.
export const FIND_EARLIER = `
  select r.source_id, min(i.row_no) as first from record r join import_row i on i.record_id = r.id and i.batch_id = $1
  where r.batch_id = $1 and r.source_system = $2 and r.source_id = any($3) group by 1`;

// Out of scope, and so not to be changed: a transfer has moved them.
export const FIND_MOVED = "select source_id from moved_away($1, $2)";

export const INSERT_SOURCE_ROWS = `
  insert into import_row (batch_id, row_no, unit_path, record_id, cells)
  select * from jsonb_to_recordset($1::jsonb) as x(batch_id uuid, row_no int, unit_path text,
    record_id uuid, cells jsonb)`;

export const INSERT_ISSUES = `
  insert into import_issue (batch_id, unit_path, row_no, column_name, code, params, severity)
  select $1, $2, row_no, column_name, code, params, severity
  from jsonb_to_recordset($3::jsonb) as x(row_no int, column_name text, code text, params jsonb, severity text)`;

// Held for the whole slice: of two workers on one batch the second waits, and then finds it moved on.
export const HOLD_BATCH =
  "select id from import_batch where id = $1 and rows_read = $2 and state = 'reading' for update";

export const ADVANCE = `
  update import_batch set rows_read = rows_read + $2, rows_wrong = rows_wrong + $3,
    records_new = records_new + $4, records_updated = records_updated + $5, touched_at = now()
  where id = $1`;
