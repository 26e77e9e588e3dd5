import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks, OTHER_NAME, taskNow } from "@/prisma/factories/tasks";
import { anOffice, assignmentsOf, dayFromNow, holdersOf, planned } from "@/prisma/factories/work";
import { addAbsence } from "./absence";
import { listAssignable } from "./assignable";
import { claimTask } from "./claim";
import { applyRedistribution, undoRedistribution } from "./redistribute";
import { planTasks } from "./redistribute-plan";
import { getRedistribution, listRedistributions } from "./redistribute-queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("a redistribution", () => {
  it("is looked at first, moves nothing until it is applied, and is no step of the flow", async () => {
    const { station, nurse, ids, versions } = await anOffice(owner);
    const id = await planned(station.coordinator);
    const before = await getRedistribution.as(station.coordinator, id);
    expect(before).toMatchObject({ state: "planned", planned: 2, kept: 2, leftCount: 0 });
    expect(before.loads.map((one) => [one.fullName, one.tasks, one.tasksAfter])).toEqual([
      [station.health.fullName, 4, 2],
      [nurse.fullName, 0, 2],
    ]);
    expect(await holdersOf(owner, ids)).toEqual(Array(4).fill(station.health.officerId));

    const done = await applyRedistribution.as(station.coordinator, { id });
    expect(done).toMatchObject({ ok: true, data: { moved: 2, held: 0, changed: 0, absent: 0 } });
    const now = await holdersOf(owner, ids);
    expect(now.filter((one) => one === nurse.officerId)).toHaveLength(2);
    const tasks = [];
    for (const one of ids) tasks.push(await taskNow(owner, one));
    expect(tasks.map((one) => one.version)).toEqual(versions);
    const moved = ids[now.indexOf(nurse.officerId)] ?? "";
    expect((await assignmentsOf(owner, moved))[0]).toEqual({
      from: station.health.officerId,
      to: nurse.officerId,
      by: station.coordinator.officerId,
      reason: "chosen",
    });
    const events = "select 1 from task_event where task_id = $1 and event <> 'assign'";
    expect((await owner.query(events, [moved])).rows).toEqual([]);
  });

  it("leaves what is open at somebody's or has changed since, and names it", async () => {
    const { station, nurse, ids } = await anOffice(owner);
    const id = await planned(station.coordinator, { officers: [nurse.officerId] });
    await claimTask.as(station.health, { taskId: ids[0] });
    await owner.query("update task set version = version + 1 where id = $1", [ids[1]]);
    const done = await applyRedistribution.as(station.coordinator, { id });
    expect(done).toMatchObject({ data: { moved: 2, held: 1, changed: 1 } });
    const { left, moved, leftCount } = await getRedistribution.as(station.coordinator, id);
    expect([moved, leftCount]).toEqual([2, 2]);
    expect(left).toMatchObject([
      { taskId: ids[1], why: "changed", from: station.health.fullName, holder: null },
      { taskId: ids[0], why: "held", holder: station.health.fullName },
    ]);
    const all = Array(2).fill(station.health.officerId);
    expect(await holdersOf(owner, ids)).toEqual([...all, ...Array(2).fill(nurse.officerId)]);
  });

  it("gives nothing to who went away after the plan was made", async () => {
    const { station, nurse, ids } = await anOffice(owner, 2);
    const id = await planned(station.coordinator, { officers: [nurse.officerId] });
    await addAbsence.as(nurse, { from: dayFromNow(0), to: dayFromNow(1), reason: "duty" });
    const done = await applyRedistribution.as(station.coordinator, { id });
    expect(done).toMatchObject({ data: { moved: 0, absent: 2 } });
    expect(await holdersOf(owner, ids)).toEqual(Array(2).fill(station.health.officerId));
  });

  it("is applied once; two of the same tasks at once move each task once", async () => {
    const { station, nurse, ids } = await anOffice(owner, 6);
    const other = await makeOfficer(owner, { role: "health", unit: station.commune });
    const first = await planned(station.coordinator, { officers: [nurse.officerId] });
    const second = await planned(station.coordinator, { officers: [other.officerId] });
    const results = await Promise.all(
      [first, second, first].map((id) => applyRedistribution.as(station.coordinator, { id })),
    );
    const again = results.filter((one) => !one.ok);
    expect(again).toMatchObject([{ error: { code: "RULE", reason: "planDone" } }]);
    const done = results.flatMap((one) => (one.ok ? [one.data] : []));
    expect(done.map((one) => one.moved + one.changed)).toEqual([6, 6]);
    expect(done.reduce((sum, one) => sum + one.moved, 0)).toBe(6);
    const now = new Set(await holdersOf(owner, ids));
    expect(now.size).toBe(1);
    expect([...now][0]).not.toBe(station.health.officerId);
    for (const id of ids) {
      const chosen = (await assignmentsOf(owner, id)).filter((one) => one.reason === "chosen");
      expect(chosen).toHaveLength(1);
    }
  });

  it("moves only what was ticked, and finds by officer, class, force and due date", async () => {
    const { station, nurse, ids } = await anOffice(owner, 3);
    const [police] = await makeTasks(owner, station, [OTHER_NAME]);
    await owner.query("update task set due_on = '2026-01-01' where id = $1", [ids[2]]);
    const found = async (filter: object) =>
      (await listAssignable.as(station.coordinator, filter)).tasks.map((one) => one.id).sort();
    expect(await found({ force: "police" })).toEqual([police?.id]);
    expect(await found({ overdue: "1" })).toEqual([ids[2]]);
    expect(await found({ officer: station.health.officerId })).toEqual([...ids].sort());
    expect(await found({ officer: "none" })).toEqual([]);
    expect(await found({ mainClass: "missing" })).toEqual([]);
    const id = await planned(station.coordinator, {
      taskIds: [ids[1]],
      officers: [nurse.officerId],
    });
    await applyRedistribution.as(station.coordinator, { id });
    expect((await holdersOf(owner, ids)).map((one) => one === nurse.officerId)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("says so where nobody may have a task: police are given nothing of the station's", async () => {
    const { station, ids } = await anOffice(owner, 2);
    const id = await planned(station.coordinator, { officers: [station.police.officerId] });
    const page = await getRedistribution.as(station.coordinator, id);
    expect(page).toMatchObject({ planned: 0, leftCount: 2 });
    expect(page.left.map((one) => one.why)).toEqual(["nobody", "nobody"]);
    await applyRedistribution.as(station.coordinator, { id });
    expect(await holdersOf(owner, ids)).toEqual(Array(2).fill(station.health.officerId));
  });
});

describe("who may redistribute", () => {
  it("an approver of the unit, their own force's work and no other", async () => {
    const { station, nurse, ids } = await anOffice(owner, 2);
    await makeTasks(owner, station, [OTHER_NAME]);
    const lead = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      approver: true,
    });
    const { tasks, officers } = await listAssignable.as(lead, {});
    expect(tasks.map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(officers.every((one) => one.role === "health")).toBe(true);
    const id = await planned(lead, { officers: [nurse.officerId] });
    expect(await applyRedistribution.as(lead, { id })).toMatchObject({ data: { moved: 2 } });
    expect(await listRedistributions.as(lead, undefined)).toHaveLength(1);
    const colleague = { role: "police", unit: station.commune, approver: true } as const;
    const chief = await makeOfficer(owner, colleague);
    await expect(getRedistribution.as(chief, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = await undoRedistribution.as(chief, { id });
    expect(foreign).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("nobody else of the unit, and no coordinator of another area", async () => {
    const { station, nurse, ids } = await anOffice(owner, 2);
    const plan = await planTasks.as(nurse, { filter: {} });
    expect(plan).toMatchObject({ error: { code: "FORBIDDEN" } });
    const id = await planned(station.coordinator);
    const other = await makeStation(owner);
    const stranger = await planTasks.as(other.coordinator, { filter: {}, taskIds: ids });
    expect(stranger).toMatchObject({ error: { reason: "nothingToAssign" } });
    const applied = await applyRedistribution.as(other.coordinator, { id });
    expect(applied).toMatchObject({ error: { code: "NOT_FOUND" } });
    await expect(getRedistribution.as(other.coordinator, id)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
