import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/server/imports/queries";
import { getRun } from "@/lib/server/matching/queries";
import { runOf, uploadList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { importJob } from "./import";
import { matchJob } from "./match";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** A worker reads and compares 500 rows at a time: these are three such slices. */
const PEOPLE = 1200;

/** Every third with one wrong letter, every fifth with its zero lost, every seventh wrong altogether. */
function aPerson(i: number, { commune }: Station): ListPerson {
  const invented = inventPerson();
  const doses = [
    { date: "05/08/2021", vaccine: "AstraZeneca" },
    { date: "05/10/2021", vaccine: "AstraZeneca" },
  ];
  return {
    ...invented,
    sourceId: `K${String(i).padStart(5, "0")}`,
    sex: "Nữ",
    fullName: i % 7 === 6 ? "" : i % 3 === 0 ? "Nguyễn Thị Hoàn" : invented.fullName,
    idNumber: i % 5 === 0 ? invented.idNumber.slice(1) : invented.idNumber,
    provinceName: commune.province.name,
    communeName: commune.name,
    doses,
  };
}

async function listOf(station: Station): Promise<Blob> {
  const people = Array.from({ length: PEOPLE }, (_, i) => aPerson(i, station));
  for (const person of people.slice(0, 40)) {
    const { birthDate = "", idNumber = "" } = person;
    const number = idNumber.length === 11 ? `0${idNumber}` : idNumber;
    const own = { fullName: "Nguyễn Thị Hòa", sex: "female" as const, birthDate, idNumber: number };
    await makePerson(owner, own);
  }
  return csvFile(listRows(people));
}

/** What came of a batch, without ids and moments: two batches of one list are equal in it. */
async function resultOf(batchId: string) {
  const rows = async (text: string) => (await owner.query(text, [batchId])).rows;
  return {
    records: await rows(
      `select source_id, full_name, birth_date, id_number, unit_id, outcome, main_class, rule, score, version
       from record where batch_id = $1 order by source_id`,
    ),
    doses: await rows(
      `select r.source_id, d.injected_on, d.vaccine from dose d join record r on r.id = d.record_id
       where r.batch_id = $1 order by 1, 2, 3`,
    ),
    lines: await rows("select row_no, cells from import_row where batch_id = $1 order by row_no"),
    issues: await rows(
      `select row_no, column_name, code, severity from import_issue where batch_id = $1
       order by row_no, column_name, code`,
    ),
    results: await rows(
      `select r.source_id, m.outcome, m.rule, (select count(*)::int from match_candidate c where c.result_id = m.id) as candidates
       from match_result m join record r on r.id = m.record_id where r.batch_id = $1 order by 1`,
    ),
    corrections: await rows(
      `select r.source_id, c.field, c.from_value, c.to_value, c.source from correction c
       join record r on r.id = c.record_id where r.batch_id = $1 order by 1, 2`,
    ),
    tasks: await rows(
      `select r.source_id, t.state, t.force, t.rule, (select count(*)::int from task_event e where e.task_id = t.id) as events
       from task t join record r on r.id = t.record_id where r.batch_id = $1 order by 1`,
    ),
  };
}

/**
 * Ends the worker's connection in the middle of a transaction, when `condition` becomes true. The wait
 * is where it hears of its end; it never lasts.
 */
async function killWhen(table: string, condition: string): Promise<void> {
  await owner.query(`
    create or replace function end_worker() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(60); return new; end $$;
    create trigger end_worker before update on ${table} for each row when (${condition})
      execute function end_worker()`);
}

async function letLive(): Promise<void> {
  await owner.query(`
    drop trigger if exists end_worker on import_batch;
    drop trigger if exists end_worker on match_run`);
}
afterEach(letLive);

async function compareAll(batchId: string, officerId: string): Promise<void> {
  await matchJob({ runId: await runOf(owner, batchId), officerId }, { slice: 500 });
}

async function finished(station: Station, file: Blob) {
  const { officerId } = station.coordinator;
  const batchId = await uploadList(station.coordinator, { file });
  await importJob({ batchId, officerId });
  await compareAll(batchId, officerId);
  return batchId;
}

describe("a worker that dies in the middle of its work", () => {
  it("leaves what it has done, and the next one ends with the same rows as if nothing had been", async () => {
    const station = await makeStation(owner);
    const file = await listOf(station);
    const { coordinator } = station;
    const { officerId } = coordinator;
    const batchId = await uploadList(coordinator, { file });

    await killWhen("import_batch", "new.rows_read = 1000 and old.rows_read = 500");
    await expect(importJob({ batchId, officerId })).rejects.toThrow();
    expect(await getBatch.as(coordinator, batchId)).toMatchObject({
      state: "reading",
      rowsRead: 500,
      runId: null,
    });
    await letLive();
    await importJob({ batchId, officerId });
    expect(await getBatch.as(coordinator, batchId)).toMatchObject({
      state: "done",
      rowsRead: PEOPLE,
    });

    const runId = await runOf(owner, batchId);
    await killWhen("match_run", "new.done = 1000 and old.done = 500");
    await expect(matchJob({ runId, officerId }, { slice: 500 })).rejects.toThrow();
    expect(await getRun.as(coordinator, runId)).toMatchObject({ state: "running", done: 500 });
    await letLive();
    await matchJob({ runId, officerId }, { slice: 500 });
    const { state, done, total } = await getRun.as(coordinator, runId);
    expect([state, done]).toEqual(["done", total]);

    // Another province brings the same list, and nobody dies.
    const calm = { ...station, coordinator: (await makeStation(owner)).coordinator };
    const undisturbed = await resultOf(await finished(calm, file));
    const survived = await resultOf(batchId);
    expect(survived.lines).toEqual(undisturbed.lines);
    expect(survived.issues).toEqual(undisturbed.issues);
    expect(survived.doses).toEqual(undisturbed.doses);
    expect(survived.results).toEqual(undisturbed.results);
    expect(survived.corrections).toEqual(undisturbed.corrections);
    const placeless = ({ unit_id: _, ...record }: Record<string, unknown>) => record;
    expect(survived.records.map(placeless)).toEqual(undisturbed.records.map(placeless));
    expect(survived.results).toHaveLength(survived.records.length);
    expect(survived.doses).toHaveLength(2 * survived.records.length);
    expect(survived.corrections.length).toBeGreaterThan(0);
    expect(new Set(survived.tasks.map((task) => task.source_id)).size).toBe(survived.tasks.length);
  });
});
