import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { v7 as newId } from "uuid";
import { copyLine, STAGING_COLUMNS } from "./copy-line";
import { mergeStaged } from "./merge";
import { type PersonProblem, REQUIRED_TITLES, type RegistryRow, readPerson } from "./read-person";

export interface LoadReport {
  people: number;
  /** line of the file and what is wrong with it; the others were loaded */
  wrong: { line: number; problem: PersonProblem }[];
}

/** A file that is no registry snapshot at all; `missing` names the columns that it lacks. */
export class RegistryFileError extends Error {
  constructor(readonly missing: readonly string[]) {
    super("not a registry file");
  }
}

const STAGE = `
  create temporary table staged (like person including defaults) on commit drop;
  alter table staged drop column match_key, add column keys bigint[], alter column snapshot_id drop not null`;

/** Characters sent at once: a message for each person would cost more than the person. */
const PORTION = 64 * 1024;

async function* lines(
  rows: AsyncIterable<RegistryRow>,
  report: LoadReport,
  say: (n: number) => void,
) {
  let line = 1;
  let portion = "";
  for await (const row of rows) {
    line += 1;
    if (line === 2) checkTitles(row);
    const person = readPerson(row);
    if ("problem" in person) report.wrong.push({ line, problem: person.problem });
    else {
      report.people += 1;
      portion += copyLine(newId(), person);
    }
    if (portion.length >= PORTION) {
      yield portion;
      portion = "";
    }
    if (line % 100_000 === 0) say(line);
  }
  yield portion;
}

function checkTitles(row: RegistryRow): void {
  const missing = REQUIRED_TITLES.filter((title) => !(title in row));
  if (missing.length > 0) throw new RegistryFileError(missing);
}

/**
 * Loads a registry snapshot (CSV, UTF-8) with the owner's connection, in one transaction: a person
 * who is there already gets the values of the newer reading. A broken file changes nothing.
 */
export async function loadRegistry(
  client: pg.Client,
  file: string,
  of: { readingDate: string; say?: (lines: number) => void },
): Promise<LoadReport> {
  const report: LoadReport = { people: 0, wrong: [] };
  const snapshotId = newId();
  const rows = createReadStream(file).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }),
  );
  await client.query("begin");
  try {
    await client.query(STAGE);
    const into = client.query(copyFrom(`copy staged (${STAGING_COLUMNS}) from stdin`));
    await pipeline(Readable.from(lines(rows, report, of.say ?? (() => undefined))), into);
    await mergeStaged(client, { snapshotId, people: report.people });
    await client.query(
      "insert into registry_snapshot (id, file_name, reading_date, people) values ($1, $2, $3, $4)",
      [snapshotId, basename(file), of.readingDate, report.people],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
  await client.query("analyze person; analyze person_key");
  return report;
}
