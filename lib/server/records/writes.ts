import "server-only";
import type { WrittenField } from "@/lib/domain/records/field-value";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

/** One field of one record that changes; values in their written form. */
export interface IdentityChange {
  recordId: string;
  taskId: string | null;
  field: WrittenField;
  from: string | null;
  to: string | null;
  source: "engine" | "registry" | "police" | "health";
  byId: string | null;
}

const INSERT_CORRECTIONS = `
  insert into correction (id, record_id, task_id, field, from_value, to_value, source, by_id)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, task_id uuid, field text,
    from_value text, to_value text, source text, by_id uuid)`;

const COLUMN: Record<Exclude<WrittenField, "birthDate">, string> = {
  fullName: "full_name",
  sex: "sex",
  idNumber: "id_number",
  phone: "phone",
  address: "address",
};

function updateOf(field: WrittenField): string {
  if (field === "birthDate") {
    return `update record r set birth_date = x.value::date, birth_precision = x.precision, updated_at = now()
      from jsonb_to_recordset($1::jsonb) as x(record_id uuid, value text, precision text) where r.id = x.record_id`;
  }
  return `update record r set ${COLUMN[field]} = x.value, updated_at = now()
    from jsonb_to_recordset($1::jsonb) as x(record_id uuid, value text) where r.id = x.record_id`;
}

function columnValue(change: IdentityChange) {
  if (change.field !== "birthDate") return { record_id: change.recordId, value: change.to };
  if (change.to === null) return { record_id: change.recordId, value: null, precision: null };
  const date = parseBirthDate(change.to);
  if (!date.ok) throw new AppError("INVALID", date.code);
  return { record_id: change.recordId, ...date.value };
}

function correctionRow(change: IdentityChange) {
  return {
    id: newId(),
    record_id: change.recordId,
    task_id: change.taskId,
    field: change.field,
    from_value: change.from,
    to_value: change.to,
    source: change.source,
    by_id: change.byId,
  };
}

/**
 * The one way in which a record's values change after import: a correction row for each field, and
 * the current value derived from it. What was received is never touched.
 */
export async function applyIdentity(sql: Sql, changes: IdentityChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql(INSERT_CORRECTIONS, [JSON.stringify(changes.map(correctionRow))]);
  for (const [field, of] of groupByField(changes)) {
    await sql(updateOf(field), [JSON.stringify(of.map(columnValue))]);
  }
}

function groupByField(changes: IdentityChange[]): Map<WrittenField, IdentityChange[]> {
  const groups = new Map<WrittenField, IdentityChange[]>();
  for (const change of changes) {
    const group = groups.get(change.field);
    if (group) group.push(change);
    else groups.set(change.field, [change]);
  }
  return groups;
}
