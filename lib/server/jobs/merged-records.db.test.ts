import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { startRun } from "@/lib/server/matching/commands";
import { listGroups } from "@/lib/server/matching/groups";
import { submitTask } from "@/lib/server/tasks/correct";
import { readDoseLines } from "@/lib/server/tasks/duplicates/doses";
import { listDuplicateGroups } from "@/lib/server/tasks/duplicates/queries";
import { undoMerge } from "@/lib/server/tasks/duplicates/undo-merge";
import { getPublicationFile, readPublicationRows } from "@/lib/server/tasks/publication-queries";
import { preparePublication } from "@/lib/server/tasks/publications";
import { AZ, makeTwice, merge, SECOND } from "@/prisma/factories/duplicates";
import { compareBatch, importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows, listTitles } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { type MadeTask, makeStation, type Station, taskNow } from "@/prisma/factories/tasks";

const owner = ownerClient();
let station: Station;
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

const bring = (people: ListPerson[]) =>
  importList(owner, station.coordinator, { file: csvFile(listRows(people)) });

const dosesOf = (recordId: string) =>
  transaction(scopeOf(station.health), ({ sql }) => readDoseLines(sql, recordId));

/** The line of a list as the record itself was brought, with other doses. */
async function lineOf(recordId: string, doses: ListPerson["doses"]): Promise<ListPerson> {
  const { rows } = await owner.query<{ id: string; name: string; born: string; number: string }>(
    `select source_id as id, full_name as name, to_char(birth_date, 'DD/MM/YYYY') as born, id_number as number
     from record where id = $1`,
    [recordId],
  );
  const [row] = rows;
  const { province, name: communeName } = station.commune;
  return {
    sourceId: row?.id,
    fullName: row?.name,
    birthDate: row?.born,
    sex: "Nữ",
    idNumber: row?.number,
    provinceName: province.name,
    communeName,
    doses,
  };
}

async function mergedTwo() {
  const tasks = await makeTwice(owner, station, [{ doses: [AZ] }, { doses: [AZ] }]);
  const [stays, goes] = tasks as [MadeTask, MadeTask];
  const done = await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
  if (!done.ok) throw new Error(`not merged: ${done.error.reason}`);
  return { stays, goes, mergeId: done.data.mergeId };
}

const tasksOf = async (recordId: string) => {
  const { rows } = await owner.query("select state from task where record_id = $1", [recordId]);
  return rows;
};

describe("a list that brings a record closed as a duplicate again", () => {
  it("adds its new doses to the one that stays, and makes no new task", async () => {
    const { stays, goes, mergeId } = await mergedTwo();
    const { batchId } = await bring([await lineOf(goes.recordId, [AZ, SECOND])]);
    expect(await dosesOf(stays.recordId)).toMatchObject([
      { injectedOn: "2021-08-05" },
      { injectedOn: "2021-10-05" },
    ]);
    expect(await tasksOf(goes.recordId)).toEqual([{ state: "closed" }]);
    const again = await startRun.as(station.coordinator, { batchId });
    if (again.ok) await compareBatch(station.coordinator, again.data.runId);
    expect(await tasksOf(goes.recordId)).toEqual([{ state: "closed" }]);
    // Taken back, the dose is where it came from.
    await undoMerge.as(station.health, { mergeId });
    expect(await dosesOf(stays.recordId)).toHaveLength(1);
    expect(await dosesOf(goes.recordId)).toHaveLength(2);
  });

  it("makes none either where the record never had one, even when it disagrees now", async () => {
    const person = inventPerson();
    await makePerson(owner, person);
    const { province, name: communeName } = station.commune;
    const line = (sourceId: string, more: ListPerson = {}): ListPerson => ({
      ...person,
      sex: "Nữ",
      sourceId,
      provinceName: province.name,
      communeName,
      doses: [AZ],
      ...more,
    });
    const { batchId } = await bring([line("M1"), line("M2")]);
    const { rows } = await owner.query<{ id: string; outcome: string }>(
      "select id, outcome from record where batch_id = $1 order by source_id",
      [batchId],
    );
    const [stays, goes] = rows;
    if (!stays || !goes) throw new Error("two were brought");
    expect(rows.map((row) => row.outcome)).toEqual(["matched", "matched"]);
    expect(await merge(station.health, { stays: stays.id, closes: [goes.id] })).toMatchObject({
      ok: true,
    });
    await bring([line("M2", { fullName: "Trần Văn Nam", doses: [AZ, SECOND] })]);
    expect(await tasksOf(goes.id)).toEqual([]);
    expect(await dosesOf(stays.id)).toHaveLength(2);
  });
});

it("leaves the lists of possible duplicates with the merge and comes back with its undo", async () => {
  const counts = async () => [
    (await listGroups.as(station.coordinator, {})).groups.length,
    (await listDuplicateGroups.as(station.health, undefined)).groups.length,
  ];
  const { mergeId } = await mergedTwo();
  expect(await counts()).toEqual([0, 0]);
  await undoMerge.as(station.health, { mergeId });
  expect(await counts()).toEqual([1, 1]);
});

describe("the file for the source", () => {
  const phone = { phone: { choice: "edit", value: "0901234567" } };

  async function send({ id: taskId, personId }: MadeTask, choices: object) {
    const { version } = await taskNow(owner, taskId);
    const sent = await submitTask.as(station.health, { taskId, version, personId, choices });
    if (!sent.ok) throw new Error(`not sent: ${sent.error.reason}`);
    return sent.data.state;
  }

  it("has each row with its own doses, and nothing of a correction that was never accepted", async () => {
    const tasks = await makeTwice(owner, station, [{ doses: [AZ] }, { doses: [SECOND] }]);
    const [stays, goes] = tasks as [MadeTask, MadeTask];
    expect(await send({ ...goes, personId: stays.personId }, phone)).toBe("correcting");
    await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
    const prepare = () => preparePublication.as(station.coordinator, { batchId: stays.batchId });
    expect(await prepare()).toMatchObject({ error: { reason: "nothingToPublish" } });
    const registry = { fullName: { choice: "registry" } };
    expect(await send(stays, registry)).toBe("publishing");
    const prepared = await prepare();
    const id = prepared.ok ? prepared.data.publicationId : "";
    const { header } = await getPublicationFile.as(station.coordinator, id);
    const { rows } = await readPublicationRows.as(station.coordinator, { id, header, after: 0 });
    expect(rows).toHaveLength(1);
    const titles = listTitles("person");
    const dates = titles.flatMap((title, at) => (/^Ngày tiêm/.test(title) ? [rows[0]?.[at]] : []));
    expect(dates.filter(Boolean)).toEqual([AZ.date]);
    // Its own correction is still there, for when the merge is taken back.
    const { rows: kept } = await owner.query(
      "select field, published_at from correction where record_id = $1",
      [goes.recordId],
    );
    expect(kept).toEqual([{ field: "phone", published_at: null }]);
  });
});
