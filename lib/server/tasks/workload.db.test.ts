import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNation, makeOfficer } from "@/prisma/factories/communes";
import { withDay } from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks, OTHER_NAME, SLIP, type Station } from "@/prisma/factories/tasks";
import { dayFromNow, putOnList } from "@/prisma/factories/work";
import { addAbsence } from "./absence";
import { getAssigned } from "./assigned-line";
import { claimTask } from "./claim";
import { getOwnPlan } from "./plan-queries";
import { getLoads } from "./workload";

const owner = ownerClient();
let station: Station;
let ids: string[];
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const tasks = await makeTasks(owner, station, [SLIP, SLIP, SLIP, OTHER_NAME]);
  ids = tasks.map((task) => task.id);
  await owner.query("update task set due_on = '2026-01-02' where id = $1", [ids[0]]);
});
afterAll(() => owner.end());

describe("loads", () => {
  it("of a commune: each officer's work, time and absence, and when all of it is done", async () => {
    await addAbsence.as(station.police, {
      from: dayFromNow(0),
      to: dayFromNow(1),
      reason: "training",
    });
    const page = await getLoads.as(station.health, undefined);
    if (page.kind !== "officers") throw new Error("not a commune");
    const of = (id: string) => page.officers.find((one) => one.officerId === id);
    expect(of(station.health.officerId)).toMatchObject({
      tasks: 3,
      minutes: 9,
      overdue: 1,
      absentUntil: null,
      stuck: false,
    });
    expect(of(station.police.officerId)).toMatchObject({ tasks: 0, absentUntil: dayFromNow(1) });
    expect(page.work).toMatchObject({ tasks: 4, unassigned: 1, withoutOfficer: 0 });
  });

  it("know public holidays and Saturdays that are worked, as the officer's own days do", async () => {
    const { health } = station;
    const today = async () => {
      const page = await getLoads.as(health, undefined);
      const officers = page.kind === "officers" ? page.officers : [];
      return officers.find((one) => one.officerId === health.officerId)?.today;
    };
    const day = dayFromNow(0);
    const days = async () => (await getOwnPlan.as(health, undefined)).days.map((one) => one.day);
    await withDay(owner, { day, working: true }, async () => {
      expect(await today()).toBeGreaterThan(0);
      expect(await days()).toContain(day);
    });
    await withDay(owner, { day, working: false }, async () => {
      expect(await today()).toBe(0);
      expect(await days()).not.toContain(day);
    });
  });

  it("of a province: its communes, and of the nation: its provinces", async () => {
    const page = await getLoads.as(station.coordinator, undefined);
    expect(page).toMatchObject({ kind: "units", unit: { id: station.commune.province.id } });
    expect(page.kind === "units" && page.units).toMatchObject([
      { unitId: station.commune.id, name: station.commune.name, tasks: 4, overdue: 1 },
    ]);
    const centre = await makeOfficer(owner, { role: "coordinator", unit: await makeNation(owner) });
    const nation = await getLoads.as(centre, undefined);
    const provinces = nation.kind === "provinces" ? nation.provinces : [];
    expect(provinces.find((one) => one.unitId === station.commune.province.id)).toMatchObject({
      tasks: 4,
      overdue: 1,
      unassigned: 1,
    });
  });

  it("name who has done nothing for days though there was work", async () => {
    const own = await makeStation(owner);
    const [task] = await makeTasks(owner, own, [SLIP]);
    await owner.query("update task set created_at = now() - interval '20 days' where id = $1", [
      task?.id,
    ]);
    const page = await getLoads.as(own.coordinator, own.commune.id);
    const [first] = page.kind === "officers" ? page.officers.filter((one) => one.tasks > 0) : [];
    expect(first).toMatchObject({ officerId: own.health.officerId, stuck: true, done: 0 });
  });

  it("of another area are not found", async () => {
    const other = await makeStation(owner);
    for (const unit of [station.commune.id, station.commune.province.id]) {
      await expect(getLoads.as(other.coordinator, unit)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(getLoads.as(other.health, station.commune.id)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("why a task is on whose list", () => {
  it("says least work, then who took it from whom, then nobody", async () => {
    const id = ids[1] ?? "";
    const { fullName } = station.health;
    expect(await getAssigned.as(station.health, id)).toMatchObject({
      assignee: fullName,
      reason: "least",
      force: "health",
    });
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      fullName: "Phan Thị Nhận",
    });
    await claimTask.as(nurse, { taskId: id });
    expect(await getAssigned.as(station.health, id)).toMatchObject({
      assignee: nurse.fullName,
      reason: "taken",
      from: fullName,
    });
    // What the log does not name is not explained by it.
    await putOnList(owner, [id], null);
    expect(await getAssigned.as(station.health, id)).toMatchObject({
      assignee: null,
      reason: null,
    });
    const other = await makeStation(owner);
    expect(await getAssigned.as(other.health, id)).toBeNull();
  });
});
