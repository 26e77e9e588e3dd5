import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  makeTasks,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";
import { preparePublication } from "./publications";
import { undoTask } from "./undo";

const owner = ownerClient();
let station: Station;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(6).fill(SLIP)));
});
afterAll(() => owner.end());

const SEND = { fullName: { choice: "registry" }, phone: { choice: "edit", value: "0901234567" } };

/** Sends with the registry's name and a new phone; gives the version to undo. */
async function send(task: MadeTask, choices: object = SEND): Promise<number> {
  const { id: taskId, personId } = task;
  const { version } = await taskNow(owner, taskId);
  const sent = await submitTask.as(station.health, { taskId, version, personId, choices });
  if (!sent.ok) throw new Error(`${sent.error.code} ${sent.error.reason}`);
  return sent.data.version;
}

const undo = (task: MadeTask, version: number) =>
  undoTask.as(station.health, { taskId: task.id, version });

async function valuesOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    "select full_name, birth_date, sex, id_number, phone, address, outcome from record where id = $1",
    [recordId],
  );
  return rows[0];
}

async function correctionsOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select field, from_value as "from", to_value as "to" from correction where record_id = $1
     order by field, at, id`,
    [recordId],
  );
  return rows;
}

describe("taking the last sending back", () => {
  it("brings every value back, by corrections in the other direction", async () => {
    const task = aSlip();
    const before = await valuesOf(task);
    const version = await send(task);
    expect(await valuesOf(task)).toMatchObject({ full_name: "Nguyễn Thị Hòa", outcome: "matched" });
    expect(await undo(task, version)).toMatchObject({ ok: true });
    expect(await valuesOf(task)).toEqual(before);
    // On the list of whoever had sent it: nobody else knows where it stood.
    const { rows } = await owner.query("select assignee_id from task where id = $1", [task.id]);
    expect(rows[0]?.assignee_id).toBe(station.health.officerId);
    expect(await correctionsOf(task)).toEqual([
      { field: "fullName", from: "Nguyễn Thị Hoàn", to: "Nguyễn Thị Hòa" },
      { field: "fullName", from: "Nguyễn Thị Hòa", to: "Nguyễn Thị Hoàn" },
      { field: "phone", from: null, to: "0901234567" },
      { field: "phone", from: "0901234567", to: null },
    ]);
    const now = await taskNow(owner, task.id);
    expect(now).toMatchObject({ state: "correcting", force: "health", version: version + 1 });
  });

  it("brings back no more than that sending changed", async () => {
    const task = aSlip();
    await send(task, { phone: { choice: "edit", value: "0907654321" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting" });
    await undo(task, await send(task, { fullName: { choice: "registry" } }));
    expect(await valuesOf(task)).toMatchObject({
      full_name: "Nguyễn Thị Hoàn",
      phone: "0907654321",
    });
  });

  it("can be followed by another sending, and that be taken back again", async () => {
    const task = aSlip();
    const before = await valuesOf(task);
    await undo(task, await send(task));
    await undo(task, await send(task));
    expect(await valuesOf(task)).toEqual(before);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting" });
  });

  it("is told when somebody was faster", async () => {
    const task = aSlip();
    const version = await send(task);
    const both = await Promise.all([undo(task, version), undo(task, version)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ error: { code: "CONFLICT" } });
    expect(await correctionsOf(task)).toHaveLength(4);
  });

  it("is for what was sent and is still in the portal", async () => {
    const task = aSlip();
    const refused = await undo(task, task.version);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "justNow" } });
  });
});

it("waits with the file while an approval can still be taken back", async () => {
  const task = await makeTask(owner, station, SLIP);
  await send(task);
  const since = (seconds: number) =>
    owner.query(
      `update task set before = '{}', state_since = now() - make_interval(secs => $2) where id = $1`,
      [task.id, seconds],
    );
  const prepare = () => preparePublication.as(station.coordinator, { batchId: task.batchId });
  await since(1);
  expect(await prepare()).toMatchObject({ error: { code: "RULE", reason: "nothingToPublish" } });
  await since(13);
  expect(await prepare()).toMatchObject({ ok: true, data: { records: 1 } });
});

describe("after the file for the source", () => {
  it("is refused, and nothing changes", async () => {
    const task = await makeTask(owner, station, SLIP);
    const version = await send(task);
    const file = await preparePublication.as(station.coordinator, { batchId: task.batchId });
    expect(file).toMatchObject({ ok: true, data: { records: 1 } });
    const before = await valuesOf(task);
    const refused = await undo(task, version);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "alreadyInFile" } });
    expect(await valuesOf(task)).toEqual(before);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "publishing", version });
  });

  it("is one of the two when both are asked for at once: taken back, or in the file", async () => {
    const tasks = await makeTasks(owner, station, Array(6).fill(SLIP));
    const versions: number[] = [];
    for (const task of tasks) versions.push(await send(task));
    const batchId = tasks[0]?.batchId;
    const [file, ...undone] = await Promise.all([
      preparePublication.as(station.coordinator, { batchId }),
      ...tasks.map((task, i) => undo(task, versions[i] ?? 0)),
    ]);
    const { rows } = await owner.query<{ task_id: string; corrections: number }>(
      `select l.task_id, (select count(*)::int from correction c
         where c.record_id = l.record_id and c.publication_id = l.publication_id) as corrections
       from publication_line l where l.task_id = any($1)`,
      [tasks.map((task) => task.id)],
    );
    const inFile = new Set(rows.map((row) => row.task_id));
    const kept = tasks.filter((_, i) => !undone[i]?.ok).map((task) => task.id);
    expect([...inFile].sort()).toEqual(kept.sort());
    expect(rows.every((row) => row.corrections === 2)).toBe(true);
    expect(file.ok).toBe(inFile.size > 0);
  });
});
