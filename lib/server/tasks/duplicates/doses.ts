import "server-only";
import { type DosesOfRecord, type ToldDose, unionOfDoses } from "@/lib/domain/records/dose-union";
import type { Sql } from "@/lib/server/core/db";

const DOSES = `
  select root_id as "rootId", record_id as "recordId", dose_id as id, dose_no as number, injected_on as date,
    date_text as "dateText", vaccine, lot, facility from person_doses($1)`;

/** What each of these records tells of its person's doses, with the records closed as its duplicates. */
export async function readDoses(sql: Sql, recordIds: string[]): Promise<DosesOfRecord[]> {
  const rows = await sql<ToldDose & { rootId: string }>(DOSES, [recordIds]);
  return recordIds.map((recordId) => ({
    recordId,
    doses: rows.filter((row) => row.rootId === recordId).map(({ rootId: _, ...dose }) => dose),
  }));
}

export interface DoseLine {
  doseNo: number | null;
  injectedOn: string | null;
  vaccine: string | null;
  lot: string | null;
  facility: string | null;
}

/** The doses of a record's person, each once, in the order of their days. */
export async function readDoseLines(sql: Sql, recordId: string): Promise<DoseLine[]> {
  const { doses } = unionOfDoses(await readDoses(sql, [recordId]), {});
  return doses.map(({ number, date, vaccine, lot, facility }) => ({
    doseNo: number,
    injectedOn: date,
    vaccine,
    lot,
    facility,
  }));
}
