import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";

/** A person or a record of a public set in our columns; `truth` is the same for both of one person. */
export interface PublicRow {
  id: string;
  truth: string;
  fullName: string;
  /** yyyy-MM-dd, or "". */
  birthDate: string;
  sex: string;
  idNumber: string;
}

/** A public set as the files of our command line, and what has to be known to read its figures. */
export interface LinkedSet {
  name: string;
  people: number;
  count: number;
  records: string;
  registry: string;
  truth: string;
  result: string;
}

const TITLES = ["full_name", "birth_date", "sex", "id_number"];

/** Writes records.csv, registry.csv and truth.csv into a folder. Every record has its person. */
export function writeSet(
  name: string,
  rows: { people: readonly PublicRow[]; records: readonly PublicRow[] },
  folder: string,
): LinkedSet {
  mkdirSync(folder, { recursive: true });
  const file = (title: string) => join(folder, `${title}.csv`);
  const write = (title: string, table: string[][]) => writeFileSync(file(title), stringify(table));
  const cells = ({ id, fullName, birthDate, sex, idNumber }: PublicRow) => {
    return [id, fullName, birthDate, sex, idNumber];
  };
  const personOf = new Map(rows.people.map(({ id, truth }) => [truth, id]));
  write("registry", [["person_id", ...TITLES], ...rows.people.map(cells)]);
  write("records", [["record_id", ...TITLES], ...rows.records.map(cells)]);
  const truths = rows.records.map(({ id, truth }) => [id, personOf.get(truth) ?? "", ""]);
  write("truth", [["record_id", "person_id", "damage"], ...truths]);
  return {
    name,
    people: rows.people.length,
    count: rows.records.length,
    ...{ records: file("records"), registry: file("registry"), truth: file("truth") },
    result: file("result"),
  };
}
