import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { claimTask, releaseTask } from "./claim";
import { claimNextTask } from "./claim-next";
import { submitTask } from "./correct";
import { confirmTask, surveyTask } from "./verify";

const owner = ownerClient();
let station: Station;
/** A task of the health station that no other test touches. */
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(8).fill(SLIP)));
});
afterAll(() => owner.end());

async function anotherNurse(fullName = "Phạm Thị Khác"): Promise<MadeOfficer> {
  return makeOfficer(owner, { role: "health", unit: station.commune, fullName });
}

async function resultsOf(officers: MadeOfficer[]): Promise<string[]> {
  const { rows } = await owner.query<{ result: string }>(
    "select result from audit_entry where command = 'task.claim' and officer_id = any($1)",
    [officers.map((officer) => officer.officerId)],
  );
  return rows.map((row) => row.result).sort();
}

describe("fifty officers who open one task at once", () => {
  it("get one lease, and forty-nine answers that name who has it", async () => {
    const { id: taskId } = aSlip();
    const officers: MadeOfficer[] = [];
    for (let i = 0; i < 50; i++) officers.push(await anotherNurse(`Cán bộ ${i}`));
    const results = await Promise.all(officers.map((by) => claimTask.as(by, { taskId })));
    const winner = officers[results.findIndex((result) => result.ok)];
    expect((await taskNow(owner, taskId)).leaseById).toBe(winner?.officerId);

    const lost = results.flatMap((result) => (result.ok ? [] : [result.error]));
    const until = expect.stringMatching(/^\d{2}:\d{2}$/);
    const params = { name: winner?.fullName, unit: station.commune.name, until };
    expect(lost).toEqual(Array(49).fill({ code: "CONFLICT", reason: "leaseTaken", params }));
    expect(await resultsOf(officers)).toEqual([...Array(49).fill("CONFLICT"), "done"]);
  });
});

describe("a lease", () => {
  it("keeps colleagues away from the record until it is given back", async () => {
    const { id: taskId, version } = aSlip();
    const other = await anotherNurse();
    await claimTask.as(station.health, { taskId });
    const submit = { taskId, version, choices: {} };
    const taken = { code: "CONFLICT", reason: "leaseTaken", params: { name: "Lý Thị Trạm" } };
    expect(await submitTask.as(other, submit)).toMatchObject({ error: taken });
    await releaseTask.as(station.health, { taskId });
    expect(await claimTask.as(other, { taskId })).toMatchObject({ ok: true });
  });

  it("is renewed by whoever has it, and changes nothing that a draft was made on", async () => {
    const { id: taskId, version } = aSlip();
    const first = await claimTask.as(station.health, { taskId });
    await owner.query("update task set lease_until = now() + interval '1 minute' where id = $1", [
      taskId,
    ]);
    const again = await claimTask.as(station.health, { taskId });
    expect(again).toMatchObject({ ok: true, data: { version } });
    expect(again.ok && first.ok && again.data.until >= first.data.until).toBe(true);
  });

  it("that ran out by the database's clock is anybody's", async () => {
    const { id: taskId } = aSlip();
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
    const { id: taskId } = aSlip();
    await claimTask.as(station.health, { taskId });
    await releaseTask.as(await anotherNurse(), { taskId });
    expect((await taskNow(owner, taskId)).leaseById).toBe(station.health.officerId);
  });

  it("is given back by its end: one that was taken since stays", async () => {
    const { id: taskId } = aSlip();
    const first = await claimTask.as(station.health, { taskId });
    await owner.query("update task set lease_until = now() + interval '20 minutes' where id = $1", [
      taskId,
    ]);
    const again = await claimTask.as(station.health, { taskId });
    if (!first.ok || !again.ok) throw new Error("not claimed");
    const early = new Date(Date.parse(again.data.until) - 60_000).toISOString();
    await releaseTask.as(station.health, { taskId, until: early });
    expect((await taskNow(owner, taskId)).leaseById).toBe(station.health.officerId);
    await releaseTask.as(station.health, { taskId, until: again.data.until });
    expect((await taskNow(owner, taskId)).leaseById).toBeNull();
  });

  it("is not had by another force, nor anywhere else", async () => {
    const { id: taskId } = aSlip();
    const wrong = await claimTask.as(station.police, { taskId });
    expect(wrong).toMatchObject({ error: { code: "RULE", reason: "wrongForce" } });
    const stranger = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    const away = await claimTask.as(stranger, { taskId });
    expect(away).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect((await taskNow(owner, taskId)).leaseById).toBeNull();
  });

  it("leaves a line of who was shown whose registry data", async () => {
    const { id: taskId, recordId } = aSlip();
    await claimTask.as(station.health, { taskId });
    const { rows } = await owner.query(
      "select officer_id, kind, purpose from registry_access where record_id = $1",
      [recordId],
    );
    const officer_id = station.health.officerId;
    expect(rows).toEqual([{ officer_id, kind: "shown", purpose: "task" }]);
  });

  it("leaves no such line where the registry knows nobody to show", async () => {
    const wish = { record: { fullName: "Trần Văn Nam" }, person: null };
    const { id: taskId, recordId } = await makeTask(owner, station, wish);
    expect(await claimTask.as(station.police, { taskId })).toMatchObject({ ok: true });
    const query = "select 1 from registry_access where record_id = $1";
    expect((await owner.query(query, [recordId])).rows).toEqual([]);
  });
});

/** The task that an officer gets next. */
async function nextOf(officer: MadeOfficer, exceptId?: string): Promise<string | null> {
  const next = await claimNextTask.as(officer, { exceptId });
  if (!next.ok) throw new Error(next.error.code);
  return next.data?.taskId ?? null;
}

describe("the next task", () => {
  it("is of the officer's force, their own first, and none that a colleague has open", async () => {
    const own = await makeStation(owner);
    const made = await makeTasks(owner, own, [SLIP, SLIP, OTHER_NAME]);
    const [first, second, other] = made.map((task) => task.id);
    const assign = "update task set assignee_id = $2 where id = $1";
    await owner.query(assign, [first, null]);
    await owner.query(assign, [second, own.health.officerId]);
    expect(await nextOf(own.health)).toBe(second);
    await claimTask.as(own.health, { taskId: second });
    expect(await nextOf(own.health, second)).toBe(first);
    await releaseTask.as(own.health, { taskId: second });

    const colleague = await makeOfficer(owner, { role: "health", unit: own.commune });
    await claimTask.as(colleague, { taskId: second });
    expect(await nextOf(own.health)).toBe(first);
    expect(await nextOf(own.police)).toBe(other);
  });

  it("is another one for each of many who ask at once, and nobody waits for nobody's", async () => {
    const own = await makeStation(owner);
    const tasks = await makeTasks(owner, own, Array(12).fill(SLIP));
    await owner.query("update task set assignee_id = null where unit_id = $1", [own.commune.id]);
    const officers: MadeOfficer[] = [];
    for (let i = 0; i < 16; i++) {
      officers.push(await makeOfficer(owner, { role: "health", unit: own.commune }));
    }
    const got = await Promise.all(officers.map((by) => nextOf(by)));
    const taken = got.filter((id) => id !== null);
    expect(new Set(taken).size).toBe(taken.length);
    expect(new Set(taken)).toEqual(new Set(tasks.map((task) => task.id)));
  });

  it("comes along with the step before it, opened for the officer, and not when that came back", async () => {
    const own = await makeStation(owner);
    const made = oneByOne(await makeTasks(owner, own, [SLIP, SLIP]));
    const [first, second] = [made(), made()];
    const { id: taskId, version, personId } = first;
    await claimTask.as(own.health, { taskId });
    const choices = { fullName: { choice: "registry" } };
    const input = { taskId, version, personId, next: true };
    const sent = await submitTask.as(own.health, { ...input, choices });
    const { id } = second;
    expect(sent).toMatchObject({ data: { state: "publishing", next: { taskId: id } } });
    expect((await taskNow(owner, id)).leaseById).toBe(own.health.officerId);

    const again = { taskId: id, version: second.version, choices: {}, next: true };
    const failed = await submitTask.as(own.health, again);
    expect(failed).toMatchObject({ ok: true, data: { state: "correcting", next: null } });
  });

  it("comes to police too, whose confirmed task waits for a list", async () => {
    const own = await makeStation(owner);
    const [first, second] = await makeTasks(owner, own, [OTHER_NAME, OTHER_NAME]);
    if (!first || !second) throw new Error("no tasks");
    const { id: taskId, version, personId } = first;
    const input = { taskId, version, personId, choices: {}, next: true };
    const done = await confirmTask.as(own.police, input);
    expect(done).toMatchObject({ data: { state: "handover", next: { taskId: second.id } } });
    const { rows } = await owner.query(
      "select command, entity_id from audit_entry where officer_id = $1 order by id",
      [own.police.officerId],
    );
    expect(rows).toEqual([
      { command: "task.confirm", entity_id: taskId },
      { command: "task.claimNext", entity_id: second.id },
    ]);
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

    expect(await nextOf(team)).toBe(task.id);
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
