import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startRun } from "@/lib/server/matching/commands";
import { makeOfficer, makeProvince } from "@/prisma/factories/communes";
import { compareBatch, importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows, listTitles } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";
import { getPublicationFile, listPublications, readPublicationRows } from "./publication-queries";
import { markPublished, preparePublication } from "./publications";

const owner = ownerClient();
let station: Station;
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

async function send(task: Pick<MadeTask, "id" | "personId">, choices?: object): Promise<void> {
  const { version } = await taskNow(owner, task.id);
  const sent = await submitTask.as(station.health, {
    taskId: task.id,
    version,
    personId: task.personId,
    choices: choices ?? { fullName: { choice: "registry" } },
  });
  if (!sent.ok) throw new Error(`${sent.error.code} ${sent.error.reason}`);
}

const prepare = (batchId: string) => preparePublication.as(station.coordinator, { batchId });

async function prepared(batchId: string): Promise<string> {
  const result = await prepare(batchId);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.reason}`);
  return result.data.publicationId;
}

async function rowsOf(id: string): Promise<string[][]> {
  const { header } = await getPublicationFile.as(station.coordinator, id);
  const page = await readPublicationRows.as(station.coordinator, { id, header, after: 0 });
  expect(page.next).toBeNull();
  return page.rows;
}

const mark = (publicationId: string, version = 1) =>
  markPublished.as(station.coordinator, { publicationId, version });

/** The cell of a row under a title. */
const cell = (row: string[] | undefined, title: string) =>
  row?.[listTitles("person").indexOf(title)];

const NUMBER = "Số CCCD/CMND/HC";

/** Compares a batch once more; gives the task that came of its only record. */
async function matchAgain(batchId: string): Promise<string> {
  const { coordinator } = station;
  const again = await startRun.as(coordinator, { batchId });
  if (!again.ok) throw new Error(again.error.reason);
  await compareBatch(coordinator, again.data.runId);
  const { rows } = await owner.query<{ id: string }>(
    "select t.id from task t join record r on r.id = t.record_id where r.batch_id = $1",
    [batchId],
  );
  return rows[0]?.id ?? "";
}

describe("the file for the source", () => {
  it("holds what was corrected, in the columns it came in, and every other cell as it was", async () => {
    const odd = { note: "  giữ  nguyên ", phone: "84 90-123.45.67" };
    const [first, second, open] = await makeTasks(owner, station, [
      { record: { ...SLIP.record, note: odd.note, phone: odd.phone } },
      SLIP,
      OTHER_NAME,
    ]);
    if (!first || !second || !open) throw new Error("three tasks");
    await send(second);
    await send(first);
    const rows = await rowsOf(await prepared(first.batchId));
    expect(rows.map((row) => cell(row, "Họ và tên"))).toEqual(["Nguyễn Thị Hòa", "Nguyễn Thị Hòa"]);
    const [row] = rows;
    expect(row).toHaveLength(listTitles("person").length);
    expect([cell(row, "Ghi chú"), cell(row, "SĐT")]).toEqual([odd.note, odd.phone]);
    expect([cell(row, "Ngày tiêm 1"), cell(row, "Số lô 1")]).toEqual(["05/08/2021", "A1"]);
  });

  it("has every line of a person in a list of one row a dose", async () => {
    const invented = inventPerson();
    await makePerson(owner, invented);
    const { birthDate, idNumber } = invented;
    const person: ListPerson = { sourceId: "D1", fullName: "Nguyễn Thị Hoàn", birthDate, idNumber };
    const { commune } = station;
    const place = { provinceName: commune.province.name, communeName: commune.name, sex: "2" };
    const doses = ["05/08/2021", "05/10/2021"].map((date) => ({ date, vaccine: "Pfizer" }));
    const table = listRows([{ ...person, ...place, doses }], "dose");
    const { batchId } = await importList(owner, station.coordinator, { file: csvFile(table) });
    const { rows } = await owner.query<{ id: string; personId: string }>(
      `select t.id, c.person_id as "personId" from task t join record r on r.id = t.record_id
       join match_candidate c on c.result_id = r.match_result_id where r.batch_id = $1`,
      [batchId],
    );
    await send(rows[0] ?? { id: "", personId: "" });
    const at = listTitles("dose").indexOf("Họ và tên");
    const written = table.slice(1).map((row) => row.with(at, "Nguyễn Thị Hòa"));
    expect(await rowsOf(await prepared(batchId))).toEqual(written);
  });

  it("leaves a cell empty whose value was taken away", async () => {
    const [task] = await makeTasks(owner, station, [
      { record: { ...SLIP.record, phone: "0901234567" } },
    ]);
    if (!task) throw new Error("a task");
    await send(task, { fullName: { choice: "registry" }, phone: { choice: "edit", value: "" } });
    const [row] = await rowsOf(await prepared(task.batchId));
    expect(cell(row, "SĐT")).toBe("");
  });

  it("brings what the engine repaired though nobody had a task, and the next file still has it", async () => {
    const invented = inventPerson();
    const personId = await makePerson(owner, invented);
    const { commune, coordinator } = station;
    const line: ListPerson = {
      ...invented,
      sourceId: "R1",
      sex: "Nữ",
      idNumber: invented.idNumber.slice(1),
      provinceName: commune.province.name,
      communeName: commune.name,
    };
    const { batchId } = await importList(owner, coordinator, { file: csvFile(listRows([line])) });
    const first = await prepared(batchId);
    expect(cell((await rowsOf(first))[0], NUMBER)).toBe(invented.idNumber);
    expect(await mark(first)).toMatchObject({ ok: true, data: { closed: 0 } });

    // A newer reading of the registry tells of another name.
    await owner.query("update person set full_name = 'Nguyễn Thị Hòan' where id = $1", [personId]);
    const task = await matchAgain(batchId);
    await send({ id: task, personId });
    const second = await prepared(batchId);
    const name = (rows: string[][]) => [cell(rows[0], "Họ và tên"), cell(rows[0], NUMBER)];
    expect(name(await rowsOf(second))).toEqual(["Nguyễn Thị Hòan", invented.idNumber]);
    expect(name(await rowsOf(first))).toEqual([invented.fullName, invented.idNumber]);
  });
});

describe("gathering", () => {
  it("leaves out a record that somebody still works on, and takes it the next time", async () => {
    const [first, second] = await makeTasks(owner, station, [SLIP, SLIP]);
    if (!first || !second) throw new Error("two tasks");
    await send(first);
    await send(second, { phone: { choice: "edit", value: "0901234567" } });
    expect(await prepare(first.batchId)).toMatchObject({ data: { records: 1 } });
    const nothing = { code: "RULE", reason: "nothingToPublish" };
    expect(await prepare(first.batchId)).toMatchObject({ error: nothing });
    await send(second);
    expect(await prepare(first.batchId)).toMatchObject({ data: { records: 1 } });
  });

  it("puts a record into one file when two gather at once", async () => {
    const [task] = await makeTasks(owner, station, [SLIP]);
    if (!task) throw new Error("a task");
    await send(task);
    const both = await Promise.all([prepare(task.batchId), prepare(task.batchId)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const { rows } = await owner.query("select 1 from publication_line where record_id = $1", [
      task.recordId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("once the source has loaded it", () => {
  it("its tasks are closed as corrected and its corrections published, once", async () => {
    const [task] = await makeTasks(owner, station, [SLIP]);
    if (!task) throw new Error("a task");
    await send(task);
    const publicationId = await prepared(task.batchId);
    const both = await Promise.all([mark(publicationId), mark(publicationId)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const refusal = { code: "CONFLICT", reason: "alreadyPublished" };
    expect(both.find((result) => !result.ok)).toMatchObject({ error: refusal });
    expect(await taskNow(owner, task.id)).toMatchObject({
      state: "closed",
      resolution: "corrected",
    });
    const { rows } = await owner.query(
      "select publication_id, published_at is not null as published from correction where record_id = $1",
      [task.recordId],
    );
    expect(rows).toEqual([{ publication_id: publicationId, published: true }]);
    expect((await listPublications.as(station.coordinator)).ready).toEqual([]);
  });
});

describe("a coordinator of another province", () => {
  it("finds neither the batch nor the file nor a row of it", async () => {
    const [task] = await makeTasks(owner, station, [SLIP]);
    if (!task) throw new Error("a task");
    await send(task);
    const unit = await makeProvince(owner);
    const stranger = await makeOfficer(owner, { role: "coordinator", unit });
    const missing = { code: "NOT_FOUND" };
    const { batchId } = task;
    expect(await preparePublication.as(stranger, { batchId })).toMatchObject({ error: missing });
    const id = await prepared(batchId);
    const { header } = await getPublicationFile.as(station.coordinator, id);
    await expect(getPublicationFile.as(stranger, id)).rejects.toMatchObject(missing);
    const page = await readPublicationRows.as(stranger, { id, header, after: 0 });
    expect(page).toEqual({ rows: [], next: null });
    const marked = await markPublished.as(stranger, { publicationId: id, version: 1 });
    expect(marked).toMatchObject({ error: missing });
    expect(await listPublications.as(stranger)).toEqual({ publications: [], ready: [] });
  });
});
