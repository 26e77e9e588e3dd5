import { join } from "node:path";
import { readColumns } from "../csv-table";
import type { PublicRow } from "./linked-set";

/** Splink's 50,578 records of 5,156 people of history, from Wikidata, with made-up errors. */
export const HISTORICAL_FILE = "historical_50k.csv";

const COLUMNS = ["unique_id", "cluster", "full_name", "first_name", "surname", "dob", "gender"];

/** The engine reads years from 1890 on; a step that four divides leaves leap years where they were. */
const STEP = 200;
const FIRST_YEAR = 1892;

/** The first record of each person stands for the registry, all others are linked to it. */
export function readHistorical(folder: string) {
  const people: PublicRow[] = [];
  const records: PublicRow[] = [];
  const seen = new Set<string>();
  for (const row of readRows(join(folder, HISTORICAL_FILE))) {
    (seen.has(row.truth) ? records : people).push(row);
    seen.add(row.truth);
  }
  return { people, records };
}

function* readRows(path: string): Generator<PublicRow> {
  for (const cells of readColumns(path, COLUMNS)) {
    const [id = "", truth = "", ...rest] = cells;
    const [whole = "", given = "", surname = "", dob = "", gender = ""] = rest;
    const sex = ["male", "female"].includes(gender) ? gender : "";
    const fullName = writeName({ whole, given, surname });
    yield { id, truth, fullName, birthDate: ourYear(dob), sex, idNumber: "" };
  }
}

/** The surname first, as in Viet Nam; the title or the one word that there is where a part is missing. */
function writeName({ whole, given, surname }: { whole: string; given: string; surname: string }) {
  return given && surname ? `${surname} ${given}` : whole || surname || given;
}

/** 1630-08-01 as 1922-08-01: years that are 200 apart fall together, all others stay apart. */
function ourYear(dob: string): string {
  const found = /^(\d{4})(-\d{2}-\d{2})$/.exec(dob);
  return found ? `${FIRST_YEAR + (Number(found[1]) % STEP)}${found[2]}` : "";
}
