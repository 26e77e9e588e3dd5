import { join } from "node:path";
import type pg from "pg";
import { openCsv } from "../factories/synthetic/files/csv-file";
import type { Population } from "../factories/synthetic/population";
import { loadRegistry } from "../registry/load";

const TITLES = [
  "person_id",
  "id_number",
  "old_ids",
  "full_name",
  "birth_date",
  "sex",
  "address",
  "commune_code",
];

/** The invented registry goes in by the same way as a real one: a file that is loaded. */
export async function seedRegistry(
  client: pg.Client,
  people: Population["people"],
  folder: string,
): Promise<number> {
  const path = join(folder, "registry.csv");
  const table = openCsv(path);
  table.add(TITLES);
  for (const one of people) {
    const { personId, idNumber, oldIds, fullName, birthDate, sex, address, communeCode } = one;
    const ids = [personId, idNumber, oldIds.join("|")];
    table.add([...ids, fullName, birthDate, sex, address, communeCode]);
  }
  await table.close();
  const report = await loadRegistry(client, path, { readingDate: "2022-04-01" });
  return report.people;
}
