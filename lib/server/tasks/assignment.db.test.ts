import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeOfficer, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  makeConfirmed,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { assignmentsOf, dayFromNow, holderOf, putOnList } from "@/prisma/factories/work";
import { addAbsence } from "./absence";
import { claimTask, releaseTask } from "./claim";
import { recordContact } from "./contact";
import { submitTask } from "./correct";
import { addCampaign, setCapacity } from "./plan";
import { listNotices, markNoticesSeen } from "./plan-queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function aNurse(station: Station, fullName = "Đỗ Thị Mới"): Promise<MadeOfficer> {
  return makeOfficer(owner, { role: "health", unit: station.commune, fullName });
}

async function countOf(officers: MadeOfficer[]): Promise<number[]> {
  const { rows } = await owner.query<{ id: string; n: number }>(
    "select assignee_id as id, count(*)::int as n from task where assignee_id = any($1) group by 1",
    [officers.map((one) => one.officerId)],
  );
  return officers.map((one) => rows.find((row) => row.id === one.officerId)?.n ?? 0);
}

describe("new tasks", () => {
  it("go to officers in equal parts, each with a row that says why", async () => {
    const station = await makeStation(owner);
    const nurse = await aNurse(station);
    const tasks = await makeTasks(owner, station, Array(6).fill(SLIP));
    expect(await countOf([station.health, nurse])).toEqual([3, 3]);
    const [task] = tasks;
    expect(await assignmentsOf(owner, task?.id ?? "")).toEqual([
      { from: null, to: await holderOf(owner, task?.id ?? ""), by: null, reason: "least" },
    ]);
  });

  it("go by the time that each has: half the minutes, half the work", async () => {
    const station = await makeStation(owner);
    const nurse = await aNurse(station);
    const set = await setCapacity.as(station.coordinator, {
      officerId: nurse.officerId,
      minutes: "120",
    });
    expect(set).toMatchObject({ ok: true });
    await makeTasks(owner, station, Array(9).fill(SLIP));
    expect(await countOf([station.health, nurse])).toEqual([6, 3]);
  });

  it("never go to who is away, and wait on the unit's list where nobody is there", async () => {
    const station = await makeStation(owner);
    const nurse = await aNurse(station);
    const days = { from: dayFromNow(0), to: dayFromNow(3), reason: "leave" };
    expect(await addAbsence.as(nurse, days)).toMatchObject({ ok: true });
    await makeTasks(owner, station, Array(3).fill(SLIP));
    expect(await countOf([station.health, nurse])).toEqual([3, 0]);
    await addAbsence.as(station.health, days);
    const task = await makeTask(owner, station, SLIP);
    expect(await holderOf(owner, task.id)).toBeNull();
  });

  it("are still given out during a campaign that takes everybody: no work is lost", async () => {
    const station = await makeStation(owner);
    const added = await addCampaign.as(station.coordinator, {
      unitId: station.commune.id,
      name: "Tiêm nhắc lại",
      from: dayFromNow(0),
      to: dayFromNow(30),
      share: "0",
    });
    expect(added).toMatchObject({ ok: true });
    const task = await makeTask(owner, station, SLIP);
    expect(await holderOf(owner, task.id)).toBe(station.health.officerId);
  });
});

describe("a task that comes to another force", () => {
  it("is given to the officer there with least to do", async () => {
    const station = await makeStation(owner);
    const nurse = await aNurse(station);
    const busy = await makeTasks(owner, station, Array(2).fill(SLIP));
    await putOnList(
      owner,
      busy.map((one) => one.id),
      station.health.officerId,
    );
    const choices = { fullName: { choice: "registry" } };
    const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices });
    expect(task.state).toBe("correcting");
    expect(await holderOf(owner, task.id)).toBe(nurse.officerId);
    const [last] = await assignmentsOf(owner, task.id);
    expect(last).toMatchObject({ to: nurse.officerId, reason: "least" });
  });
});

describe("nothing waits for one named person", () => {
  it("a colleague takes the task, and whoever had it reads so until they have seen it", async () => {
    const station = await makeStation(owner);
    const task = await makeTask(owner, station, SLIP);
    const nurse = await aNurse(station);
    expect(await holderOf(owner, task.id)).toBe(station.health.officerId);
    expect(await claimTask.as(nurse, { taskId: task.id })).toMatchObject({ ok: true });
    expect(await holderOf(owner, task.id)).toBe(nurse.officerId);

    const notices = await listNotices.as(station.health, undefined);
    expect(notices).toMatchObject([
      { taskId: task.id, name: nurse.fullName, by: nurse.fullName, reason: "taken" },
    ]);
    expect(await listNotices.as(nurse, undefined)).toEqual([]);
    await markNoticesSeen.as(station.health, {});
    expect(await listNotices.as(station.health, undefined)).toEqual([]);
  });

  it("who renews takes nothing twice, and who only looked leaves it where it was", async () => {
    const station = await makeStation(owner);
    const task = await makeTask(owner, station, SLIP);
    const nurse = await aNurse(station);
    await claimTask.as(nurse, { taskId: task.id });
    await claimTask.as(nurse, { taskId: task.id });
    await releaseTask.as(nurse, { taskId: task.id });
    expect(await holderOf(owner, task.id)).toBe(station.health.officerId);
    const log = await assignmentsOf(owner, task.id);
    expect(log.map((one) => one.reason)).toEqual(["givenBack", "taken", "least"]);
    // It is back on their list: nothing became of it that they should read.
    expect(await listNotices.as(station.health, undefined)).toEqual([]);
  });

  it("stays with who has called the person, though no step was taken", async () => {
    const station = await makeStation(owner);
    const task = await makeTask(owner, station, SLIP);
    const nurse = await aNurse(station);
    await claimTask.as(nurse, { taskId: task.id });
    const { id: taskId, version } = task;
    const call = { taskId, version, kind: "phone", outcome: "noAnswer" };
    expect(await recordContact.as(nurse, call)).toMatchObject({ ok: true });
    await releaseTask.as(nurse, { taskId });
    expect(await taskNow(owner, taskId)).toMatchObject({
      assigneeId: nurse.officerId,
      leaseById: null,
    });
  });

  it("is not given back to who is away", async () => {
    const station = await makeStation(owner);
    const task = await makeTask(owner, station, SLIP);
    const nurse = await aNurse(station);
    await claimTask.as(nurse, { taskId: task.id });
    await addAbsence.as(station.health, { from: dayFromNow(0), to: dayFromNow(1), reason: "duty" });
    await releaseTask.as(nurse, { taskId: task.id });
    expect(await holderOf(owner, task.id)).toBe(nurse.officerId);
  });
});

describe("how long work takes", () => {
  it("is counted from the opening that was no renewal to the step", async () => {
    const station = await makeStation(owner);
    const task = await makeTask(owner, station, SLIP);
    const { officerId } = station.health;
    await claimTask.as(station.health, { taskId: task.id });
    await owner.query(
      "update task set opened_at = opened_at - interval '7 minutes' where id = $1",
      [task.id],
    );
    await claimTask.as(station.health, { taskId: task.id });
    const choices = { fullName: { choice: "registry" } };
    const input = {
      taskId: task.id,
      version: task.version,
      personId: task.personId,
      choices,
    };
    expect(await submitTask.as(station.health, input)).toMatchObject({ ok: true });
    const { rows } = await owner.query<{ minutes: number; event: string }>(
      `select event, round(extract(epoch from at - opened_at) / 60)::int as minutes
       from task_event where task_id = $1 and by_id = $2`,
      [task.id, officerId],
    );
    expect(rows).toEqual([{ event: "submit", minutes: 7 }]);
  });
});
