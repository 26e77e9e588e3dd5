import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { claimTask, releaseTask } from "./claim";
import { submitTask } from "./correct";
import { findNextTask } from "./list";
import { surveyTask } from "./verify";

const owner = ownerClient();
let station: Station;
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

async function anotherNurse(fullName = "Phạm Thị Khác"): Promise<MadeOfficer> {
  return makeOfficer(owner, { role: "health", unit: station.commune, fullName });
}

async function countOf(command: string, result: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from audit_entry where command = $1 and result = $2 and unit_path = $3`,
    [command, result, station.commune.path],
  );
  return rows[0]?.n ?? 0;
}

describe("fifty officers who open one task at once", () => {
  it("get one lease, and forty-nine answers that name who has it", async () => {
    const { id: taskId } = await makeTask(owner, station, SLIP);
    const officers: MadeOfficer[] = [];
    for (let i = 0; i < 50; i++) officers.push(await anotherNurse(`Cán bộ ${i}`));
    const results = await Promise.all(officers.map((by) => claimTask.as(by, { taskId })));
    const winner = officers[results.findIndex((result) => result.ok)];
    expect((await taskNow(owner, taskId)).leaseById).toBe(winner?.officerId);

    const lost = results.flatMap((result) => (result.ok ? [] : [result.error]));
    const until = expect.stringMatching(/^\d{2}:\d{2}$/);
    const params = { name: winner?.fullName, unit: station.commune.name, until };
    expect(lost).toEqual(Array(49).fill({ code: "CONFLICT", reason: "leaseTaken", params }));
    expect(await countOf("task.claim", "done")).toBe(1);
    expect(await countOf("task.claim", "CONFLICT")).toBe(49);
  });
});

describe("a lease", () => {
  it("keeps colleagues away from the record until it is given back", async () => {
    const { id: taskId, version } = await makeTask(owner, station, SLIP);
    const other = await anotherNurse();
    await claimTask.as(station.health, { taskId });
    const submit = { taskId, version, choices: {} };
    const taken = { code: "CONFLICT", reason: "leaseTaken", params: { name: "Lý Thị Trạm" } };
    expect(await submitTask.as(other, submit)).toMatchObject({ error: taken });
    await releaseTask.as(station.health, { taskId });
    expect(await claimTask.as(other, { taskId })).toMatchObject({ ok: true });
  });

  it("is renewed by whoever has it, and changes nothing that a draft was made on", async () => {
    const { id: taskId, version } = await makeTask(owner, station, SLIP);
    const first = await claimTask.as(station.health, { taskId });
    await owner.query("update task set lease_until = now() + interval '1 minute' where id = $1", [
      taskId,
    ]);
    const again = await claimTask.as(station.health, { taskId });
    expect(again).toMatchObject({ ok: true, data: { version } });
    expect(again.ok && first.ok && again.data.until >= first.data.until).toBe(true);
  });

  it("that ran out by the database's clock is anybody's", async () => {
    const { id: taskId } = await makeTask(owner, station, SLIP);
    const other = await anotherNurse();
    await claimTask.as(station.health, { taskId });
    await owner.query("update task set lease_until = now() - interval '1 second' where id = $1", [
      taskId,
    ]);
    expect(await claimTask.as(other, { taskId })).toMatchObject({ ok: true });
    const back = await claimTask.as(station.health, { taskId });
    expect(back).toMatchObject({ error: { params: { name: "Phạm Thị Khác" } } });
  });

  it("is not given back by somebody else", async () => {
    const { id: taskId } = await makeTask(owner, station, SLIP);
    await claimTask.as(station.health, { taskId });
    await releaseTask.as(await anotherNurse(), { taskId });
    expect((await taskNow(owner, taskId)).leaseById).toBe(station.health.officerId);
  });

  it("is not had by another force, nor anywhere else", async () => {
    const { id: taskId } = await makeTask(owner, station, SLIP);
    const wrong = await claimTask.as(station.police, { taskId });
    expect(wrong).toMatchObject({ error: { code: "RULE", reason: "wrongForce" } });
    const stranger = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    const away = await claimTask.as(stranger, { taskId });
    expect(away).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect((await taskNow(owner, taskId)).leaseById).toBeNull();
  });

  it("leaves a line of who was shown whose registry data", async () => {
    const { id: taskId, recordId } = await makeTask(owner, station, SLIP);
    await claimTask.as(station.health, { taskId });
    const { rows } = await owner.query(
      "select officer_id, kind, purpose from registry_access where record_id = $1",
      [recordId],
    );
    const officer_id = station.health.officerId;
    expect(rows).toEqual([{ officer_id, kind: "shown", purpose: "task" }]);
  });
});

describe("the next task", () => {
  it("is one of the officer's own first, and none that a colleague has open", async () => {
    const [first, second] = await makeTasks(owner, station, [SLIP, SLIP]);
    if (!first || !second) throw new Error("two tasks");
    await owner.query("update task set assignee_id = $2 where id = $1", [
      second.id,
      station.health.officerId,
    ]);
    await owner.query("update task set assignee_id = null where id = $1", [first.id]);
    expect(await findNextTask.as(station.health, null)).toBe(second.id);
    expect(await findNextTask.as(station.health, second.id)).toBe(first.id);
    await claimTask.as(await anotherNurse(), { taskId: second.id });
    expect(await findNextTask.as(station.health, null)).toBe(first.id);
  });

  it("is of the officer's force", async () => {
    const { id } = await makeTask(owner, station, OTHER_NAME);
    expect(await findNextTask.as(station.health, null)).toBeNull();
    expect(await findNextTask.as(station.police, null)).toBe(id);
  });
});

describe("a hamlet team", () => {
  it("opens a task of its list and writes down what it found; police go on from there", async () => {
    const hamlet = await makeHamlet(owner, station.commune, "Ấp 3");
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    const record = { idNumber: "", address: "12 Lê Lợi, Ấp 3", fullName: "Trần Văn Nam" };
    const task = await makeTask(owner, station, { record, person: null });
    expect(task.state).toBe("surveying");
    expect(await taskNow(owner, task.id)).toMatchObject({ assigneeId: team.officerId });

    expect(await findNextTask.as(team, null)).toBe(task.id);
    expect(await claimTask.as(team, { taskId: task.id })).toMatchObject({ ok: true });
    const comment = "Đã gặp, có căn cước mới";
    const input = { taskId: task.id, version: task.version, comment };
    expect(await surveyTask.as(team, input)).toMatchObject({ ok: true });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying", force: "police" });
    const { rows } = await owner.query(
      "select by_id, comment from task_event where task_id = $1 and event = 'survey'",
      [task.id],
    );
    expect(rows).toEqual([{ by_id: team.officerId, comment }]);
  });
});
