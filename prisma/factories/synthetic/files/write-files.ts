import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "@/lib/domain/imports/profile";
import type { Population, SyntheticPerson } from "../population";
import type { SyntheticRecord } from "../records";
import { openCsv, type Table } from "./csv-file";
import { platformRows, platformTitles } from "./platform-rows";

/** Column names that the command line of the matching engine reads too. */
const REGISTRY_COLUMNS = [
  "person_id",
  "id_number",
  "old_ids",
  "full_name",
  "birth_date",
  "sex",
  "address",
  "commune_code",
];
const RECORD_COLUMNS = [
  "record_id",
  "full_name",
  "birth_date",
  "sex",
  "id_number",
  "phone",
  "address",
  "commune_code",
];
const TRUTH_COLUMNS = ["record_id", "person_id", "damage"];

/** `plain`: without the platform's lists, which take most of the time and of the room. */
export type FileSet = "all" | "plain";

export interface FilesOrder {
  folder: string;
  layout: Layout;
  files: FileSet;
  /** How a workbook is opened; given from outside, because only programs write spreadsheets. */
  openWorkbook: (path: string) => Table;
  /** Called now and then with what is being written and how many rows of it are. */
  onProgress: (what: "people" | "records", done: number) => void;
}

export interface FilesWritten {
  people: number;
  records: number;
  /** Records without a person in the registry, second records of a person, and records with damage. */
  outside: number;
  duplicates: number;
  damaged: number;
}

const PROGRESS_STEP = 10_000;

/** Writes registry.csv, records.csv and truth.csv into a folder, and platform.csv and platform.xlsx. */
export async function writeFiles(population: Population, order: FilesOrder): Promise<FilesWritten> {
  mkdirSync(order.folder, { recursive: true });
  const people = await writeRegistry(population.people, order);
  return { people, ...(await writeRecords(population.records, order)) };
}

async function writeRegistry(
  people: Iterable<SyntheticPerson>,
  { folder, onProgress }: FilesOrder,
): Promise<number> {
  const table = openTable(openCsv(join(folder, "registry.csv")), REGISTRY_COLUMNS);
  let count = 0;
  for (const person of people) {
    const { personId, idNumber, oldIds, fullName, birthDate, sex, address, communeCode } = person;
    const ids = [personId, idNumber, oldIds.join("|")];
    table.add([...ids, fullName, birthDate, sex, address, communeCode]);
    if (++count % PROGRESS_STEP === 0) onProgress("people", count);
  }
  await table.close();
  return count;
}

async function writeRecords(
  records: Iterable<SyntheticRecord>,
  order: FilesOrder,
): Promise<Omit<FilesWritten, "people">> {
  const { folder, onProgress } = order;
  const plain = openTable(openCsv(join(folder, "records.csv")), RECORD_COLUMNS);
  const truth = openTable(openCsv(join(folder, "truth.csv")), TRUTH_COLUMNS);
  const lists = order.files === "plain" ? null : openLists(order);
  const counts = { records: 0, outside: 0, duplicates: 0, damaged: 0 };
  for (const record of records) {
    plain.add(plainRow(record));
    truth.add(truthRow(record));
    count(record, counts);
    lists?.add(record, counts.records);
    if (counts.records % 1000 === 0) await lists?.ready();
    if (counts.records % PROGRESS_STEP === 0) onProgress("records", counts.records);
  }
  for (const file of [plain, truth, lists]) await file?.close();
  return counts;
}

/** The platform's lists, as text and as a workbook. */
function openLists({ folder, layout, openWorkbook }: FilesOrder) {
  const titles = platformTitles(layout);
  const text = openTable(openCsv(join(folder, "platform.csv")), titles);
  const workbook = openTable(openWorkbook(join(folder, "platform.xlsx")), titles);
  return {
    add(record: SyntheticRecord, ordinal: number): void {
      for (const row of platformRows(record, { layout, ordinal, titles })) {
        text.add(row);
        workbook.add(row);
      }
    },
    ready: () => workbook.ready(),
    async close(): Promise<void> {
      await text.close();
      await workbook.close();
    },
  };
}

function openTable(table: Table, titles: readonly string[]): Table {
  table.add(titles);
  return table;
}

function plainRow(record: SyntheticRecord): string[] {
  const { recordId, fullName, birthDate, sex, idNumber, phone, address, communeCode } = record;
  return [recordId, fullName, birthDate, sex, idNumber, phone, address, communeCode];
}

function truthRow({ recordId, truth }: SyntheticRecord): string[] {
  return [recordId, truth.personId ?? "", truth.damage.join("|")];
}

function count({ truth }: SyntheticRecord, counts: Omit<FilesWritten, "people">): void {
  counts.records++;
  if (truth.personId === null) counts.outside++;
  if (truth.damage.includes("duplicate")) counts.duplicates++;
  if (truth.damage.length > 0) counts.damaged++;
}
