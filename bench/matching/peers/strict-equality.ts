import type pg from "pg";
import type { DataSet } from "../data-set";
import { loadFiles, timed, writeRows } from "./postgres";

const EQUAL = `
  select record_id, case when person_id is null then 'unmatched' else 'matched' end as outcome,
    coalesce(person_id, '') as person_id
  from record left join person using (full_name, birth_date, sex, id_number)`;

/**
 * The old system: the four fields as texts, equal or not, set-based as it never was. Seconds from the
 * files to the file.
 */
export function strictEquality(client: pg.Client, data: DataSet, result: string): Promise<number> {
  return timed(async () => {
    await loadFiles(client, data);
    await writeRows(client, EQUAL, result);
  });
}
