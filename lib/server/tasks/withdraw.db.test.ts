import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  receiveList,
  SLIP,
  type Station,
  signList,
  taskNow,
} from "@/prisma/factories/tasks";
import { makeOffer } from "@/prisma/factories/transfers";
import { claimTask } from "./claim";
import { submitTask } from "./correct";
import { getTaskDetail } from "./detail";
import { preparePublication } from "./publications";
import { reportSystem } from "./report";
import { acceptTransfer } from "./transfer-answer";
import { undoTask } from "./undo";
import { confirmTask } from "./verify";
import { withdrawTask } from "./withdraw";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(6).fill(SLIP)));
});
afterAll(() => owner.end());

const comment = "Nguồn đã rút hồ sơ này";
const SEND = { fullName: { choice: "registry" } };

async function withdraw(task: MadeTask, officer = station.coordinator, words = comment) {
  const { version } = await taskNow(owner, task.id);
  return withdrawTask.as(officer, { taskId: task.id, version, comment: words });
}

async function undo(task: MadeTask) {
  const { version } = await taskNow(owner, task.id);
  return undoTask.as(station.coordinator, { taskId: task.id, version });
}

async function send(task: MadeTask) {
  const { id: taskId, personId } = task;
  const { version } = await taskNow(owner, taskId);
  const sent = await submitTask.as(station.health, { taskId, version, personId, choices: SEND });
  expect(sent).toMatchObject({ data: { state: "publishing" } });
}

describe("withdrawing", () => {
  it("closes a task with a reason, for a coordinator of its area alone", async () => {
    const task = aSlip();
    for (const officer of [station.health, station.police]) {
      expect(await withdraw(task, officer)).toMatchObject({ error: { code: "FORBIDDEN" } });
    }
    expect(await withdraw(task, elsewhere.coordinator)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
    const wordless = await withdraw(task, station.coordinator, " ");
    expect(wordless).toMatchObject({ error: { code: "INVALID", fields: { comment: {} } } });
    expect(await withdraw(task)).toMatchObject({ ok: true, data: { state: "closed" } });
    expect(await taskNow(owner, task.id)).toMatchObject({
      resolution: "withdrawn",
      force: "system",
    });
    const { rows } = await owner.query(
      `select event, by_owner, by_id, comment from task_event where task_id = $1
       order by version desc limit 1`,
      [task.id],
    );
    const by_id = station.coordinator.officerId;
    expect(rows).toEqual([{ event: "withdraw", by_owner: "coordinator", by_id, comment }]);
    expect(await withdraw(task)).toMatchObject({ error: { reason: "wrongState" } });
  });

  it("is offered to coordinators, and undone as it was within ten seconds", async () => {
    const task = aSlip();
    const { events } = await getTaskDetail.as(station.coordinator, task.id);
    expect(events).toContain("withdraw");
    expect((await getTaskDetail.as(station.health, task.id)).events).not.toContain("withdraw");
    await withdraw(task);
    expect(await undo(task)).toMatchObject({ data: { state: "correcting" } });
    expect(await taskNow(owner, task.id)).toMatchObject({
      resolution: null,
      assigneeId: station.health.officerId,
    });
  });

  it("ends the question to another unit, and its undo asks again", async () => {
    const { task, transferId } = await makeOffer(owner, { from: station, to: elsewhere });
    await withdraw(task);
    const accept = () => acceptTransfer.as(elsewhere.health, { transferId });
    expect(await accept()).toMatchObject({ error: { reason: "offerGone" } });
    expect(await undo(task)).toMatchObject({ data: { state: "transferring" } });
    expect(await accept()).toMatchObject({ ok: true });
  });

  it("ends the question to the centre, and its undo asks again", async () => {
    const task = aSlip();
    const { id: taskId, version } = task;
    const report = { reason: "right_refused", expected: "same_person_name_harmless" };
    await reportSystem.as(station.health, { taskId, version, ...report });
    const states = async () =>
      (await owner.query("select state from system_report where task_id = $1", [taskId])).rows;
    await withdraw(task);
    expect(await states()).toEqual([{ state: "withdrawn" }]);
    expect(await undo(task)).toMatchObject({ data: { state: "disputed" } });
    expect(await states()).toEqual([{ state: "open" }]);
  });
});

describe("what was withdrawn", () => {
  it("goes into no file for the source, and can't be withdrawn from one", async () => {
    const [first, second] = await makeTasks(owner, station, [SLIP, SLIP]);
    if (!first || !second) throw new Error("no tasks");
    await send(first);
    await send(second);
    await withdraw(first);
    const prepare = () => preparePublication.as(station.coordinator, { batchId: first.batchId });
    expect(await prepare()).toMatchObject({ ok: true, data: { records: 1 } });
    expect(await withdraw(second)).toMatchObject({ error: { reason: "alreadyInFile" } });
    expect(await taskNow(owner, second.id)).toMatchObject({ state: "publishing" });
    expect(await prepare()).toMatchObject({ error: { reason: "nothingToPublish" } });
  });

  it("is left out when the list that it is on is received", async () => {
    const own = await makeStation(owner);
    const tasks = await makeTasks(owner, own, [OTHER_NAME, OTHER_NAME]);
    for (const { id: taskId, version, personId } of tasks) {
      await confirmTask.as(own.police, { taskId, version, personId, choices: SEND });
    }
    const [first, second] = tasks;
    if (!first || !second) throw new Error("no tasks");
    const handoverId = await signList(own);
    expect(await withdraw(first, own.coordinator)).toMatchObject({ ok: true });
    await receiveList(own, handoverId);
    expect(await taskNow(owner, second.id)).toMatchObject({ state: "correcting" });
    expect(await taskNow(owner, first.id)).toMatchObject({ state: "closed" });
  });

  it("is told when somebody has the task open", async () => {
    const task = await makeTask(owner, station, SLIP);
    const nurse = await makeOfficer(owner, { role: "health", unit: station.commune });
    await claimTask.as(nurse, { taskId: task.id });
    expect(await withdraw(task)).toMatchObject({
      error: { code: "CONFLICT", reason: "leaseTaken", params: { name: nurse.fullName } },
    });
  });
});
