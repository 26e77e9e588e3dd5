import "server-only";
import type { Candidate } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import type { ReplayCase } from "./replay-history";
import { candidateOf, type PersonRow } from "./subjects";

// Readable because they are stored candidates of records in scope, as on the officers' screens.
const SHOWN = `
  select distinct c.record_id, p.id as person_id, p.id_number, p.old_ids, p.full_name, p.birth_date,
    p.birth_precision, p.sex, p.address, p.commune_code
  from match_candidate c join person p on p.id = c.person_id where c.record_id = any($1)`;

/** Everybody whom officers were ever shown for the records on which they rejected somebody. */
export async function readShown(sql: Sql, cases: ReplayCase[]): Promise<Map<string, Candidate[]>> {
  const asked = cases.filter((one) => one.decided.rejected.length > 0);
  const shown = new Map<string, Candidate[]>();
  if (asked.length === 0) return shown;
  const rows = await sql<PersonRow>(SHOWN, [asked.map((one) => one.record.id)]);
  for (const row of rows) {
    const list = shown.get(row.record_id);
    if (list) list.push(candidateOf(row));
    else shown.set(row.record_id, [candidateOf(row)]);
  }
  return shown;
}
