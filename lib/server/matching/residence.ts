import "server-only";
import type { Sql } from "@/lib/server/core/db";
import type { Compared } from "./compare";

const PLACE = `
  update record r set unit_id = u.id, unit_path = u.path, residence_status = 'resolved',
    residence_from = 'registry', updated_at = now()
  from jsonb_to_recordset($1::jsonb) as x(record_id uuid, commune_code text)
  join unit u on u.code = x.commune_code and u.level = 'commune' and u.valid_to is null
  where r.id = x.record_id and u.id <> r.unit_id
    and u.path >= current_setting('app.record_from', true) and u.path < current_setting('app.record_to', true)
  returning r.id, r.unit_id, r.unit_path`;

// Someone who, by the registry, lives outside the area of whoever runs this: the task says so and waits.
const ELSEWHERE = `
  update record r set residence_status = 'elsewhere', updated_at = now()
  from jsonb_to_recordset($1::jsonb) as x(record_id uuid, commune_code text)
  join unit u on u.code = x.commune_code and u.level = 'commune' and u.valid_to is null
  where r.id = x.record_id
    and not (u.path >= current_setting('app.record_from', true) and u.path < current_setting('app.record_to', true))`;

const CONFIRM = `
  update record r set residence_from = 'registry'
  from jsonb_to_recordset($1::jsonb) as x(record_id uuid, commune_code text)
  join unit u on u.code = x.commune_code and u.level = 'commune' and u.valid_to is null
  where r.id = x.record_id and u.id = r.unit_id and r.residence_from <> 'registry'`;

function residenceOf({ record, candidates }: Compared) {
  const holders = candidates.filter(
    (one) => one.idNumber !== null && one.idNumber === record.id_number,
  );
  const [only] = holders;
  if (holders.length !== 1 || !only?.communeCode) return [];
  return [{ record_id: record.id, commune_code: only.communeCode }];
}

/**
 * Residence is the registry's when exactly one person carries the record's number, otherwise the
 * record's own address stays. Moves the records in place and in `compared`.
 */
export async function placeByRegistry(sql: Sql, compared: Compared[]): Promise<void> {
  const known = JSON.stringify(compared.flatMap(residenceOf));
  const moved = await sql<{ id: string; unit_id: string; unit_path: string }>(PLACE, [known]);
  await sql(ELSEWHERE, [known]);
  await sql(CONFIRM, [known]);
  const places = new Map(moved.map((row) => [row.id, row]));
  for (const { record } of compared) {
    const place = places.get(record.id);
    if (place) Object.assign(record, { unit_id: place.unit_id, unit_path: place.unit_path });
  }
}
