import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { readSex } from "@/lib/domain/matching/files/read-record";
import { strictKey } from "@/lib/domain/matching/gateway/protocol";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { KeySet } from "./key-set";

const REQUIRED = ["person_id", "full_name", "birth_date", "sex"] as const;

/** No registry file at all; `missing` names the columns that it lacks, none: it is no CSV. */
export class RegistryFileProblem extends Error {
  constructor(readonly missing: readonly string[]) {
    super("not a registry file");
    this.name = "RegistryFileProblem";
  }
}

export interface RegistryKeys {
  keys: KeySet;
  /** people who can be asked about */
  people: number;
  /** lines without number, name, date or sex, which no question can hit */
  passedOver: number;
}

type Column = (row: readonly string[], title: string) => string;

/**
 * Reads a registry file and keeps of each person the four fields as one key. With `oldNumbers` a
 * person is also found by each older number.
 */
export async function readRegistry(
  file: string,
  { oldNumbers = false }: { oldNumbers?: boolean } = {},
): Promise<RegistryKeys> {
  const read: RegistryKeys = { keys: new KeySet(), people: 0, passedOver: 0 };
  let column: Column | null = null;
  let hasNumbers = false;
  for await (const row of rowsOf(file)) {
    if (!column) {
      column = columnsOf(row);
      hasNumbers = row.includes("id_number");
      continue;
    }
    const keys = keysOf(row, column, { oldNumbers, hasNumbers });
    for (const key of keys) read.keys.add(key);
    if (keys.length > 0) read.people += 1;
    else read.passedOver += 1;
  }
  if (!column) throw new RegistryFileProblem(REQUIRED);
  return read;
}

async function* rowsOf(file: string): AsyncIterable<string[]> {
  const reading = parse({ bom: true, skip_empty_lines: true, relax_column_count: true });
  try {
    // What happens to the file reaches whoever reads the rows.
    yield* pipeline(createReadStream(file), reading, () => undefined) as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? new RegistryFileProblem([]) : error;
  }
}

function columnsOf(titles: string[]): Column {
  const missing = REQUIRED.filter((title) => !titles.includes(title));
  if (missing.length > 0) throw new RegistryFileProblem(missing);
  const places = new Map(titles.map((title, at) => [title, at]));
  return (row, title) => row[places.get(title) ?? -1]?.trim() ?? "";
}

function keysOf(
  row: readonly string[],
  column: Column,
  of: { oldNumbers: boolean; hasNumbers: boolean },
): string[] {
  const date = parseBirthDate(column(row, "birth_date"));
  const sex = readSex(column(row, "sex"));
  const fullName = column(row, "full_name");
  if (!date.ok || !sex.ok || fullName === "") return [];
  const { value: birthDate, precision } = date.value;
  const number = column(row, of.hasNumbers ? "id_number" : "person_id");
  const older = of.oldNumbers ? column(row, "old_ids").split("|") : [];
  return [number, ...older]
    .filter((one) => one !== "")
    .map((idNumber) => strictKey({ idNumber, fullName, birthDate, precision, sex: sex.value }));
}
