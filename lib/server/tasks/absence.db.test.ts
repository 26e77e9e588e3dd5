import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTask, makeTasks, SLIP, type Station } from "@/prisma/factories/tasks";
import { assignmentsOf, dayFromNow, holderOf, putOnList } from "@/prisma/factories/work";
import { addAbsence } from "./absence";
import { claimTask } from "./claim";
import { addCampaign, cancelCampaign, setCapacity } from "./plan";
import { getOfficerPlan, getOwnPlan, listCampaigns, listNotices } from "./plan-queries";

const owner = ownerClient();
let station: Station;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
afterAll(() => owner.end());

const nurseOf = (of: Station) => makeOfficer(owner, { role: "health", unit: of.commune });
const today = { from: dayFromNow(0), to: dayFromNow(2), reason: "leave" };

describe("an absence that has begun", () => {
  it("sends what nobody has open to colleagues, and names each in the log", async () => {
    const own = await makeStation(owner);
    const tasks = await makeTasks(owner, own, Array(3).fill(SLIP));
    const ids = tasks.map((one) => one.id);
    const [open] = ids;
    await claimTask.as(own.health, { taskId: open });
    const nurse = await nurseOf(own);
    const added = await addAbsence.as(own.health, today);
    expect(added).toMatchObject({ ok: true, data: { tasks: 2, shared: 2 } });
    const holders: (string | null)[] = [];
    for (const id of ids) holders.push(await holderOf(owner, id));
    expect(holders).toEqual([own.health.officerId, nurse.officerId, nurse.officerId]);
    const [last] = await assignmentsOf(owner, ids[1] ?? "");
    const { officerId } = own.health;
    expect(last).toEqual({ from: officerId, to: nurse.officerId, by: null, reason: "absence" });
    expect(await listNotices.as(own.health, undefined)).toHaveLength(2);
  });

  it("puts them on the unit's list where that was chosen, or where nobody else is there", async () => {
    const own = await makeStation(owner);
    const task = await makeTask(owner, own, SLIP);
    const nurse = await nurseOf(own);
    await addAbsence.as(own.health, { ...today, shareOut: false });
    expect(await holderOf(owner, task.id)).toBeNull();
    await putOnList(owner, [task.id], nurse.officerId);
    const added = await addAbsence.as(nurse, today);
    expect(added).toMatchObject({ ok: true, data: { tasks: 1, shared: 0 } });
    expect(await holderOf(owner, task.id)).toBeNull();
    expect(await assignmentsOf(owner, task.id)).toMatchObject([
      { from: nurse.officerId, to: null, reason: "absence" },
      { from: own.health.officerId, to: null, reason: "absence" },
      { reason: "least" },
    ]);
  });
});

describe("an absence is refused", () => {
  test.each<[string, object, object]>([
    [
      "for days that are over",
      { from: dayFromNow(-9), to: dayFromNow(-8) },
      { code: "RULE", reason: "absenceOver" },
    ],
    [
      "where it ends before it begins",
      { from: dayFromNow(5), to: dayFromNow(4) },
      { code: "INVALID" },
    ],
    [
      "for a day that does not exist",
      { from: "2027-02-30", to: "2027-03-01" },
      { code: "INVALID" },
    ],
    [
      "for a reason that is none of the words",
      { from: dayFromNow(5), to: dayFromNow(6), reason: "x" },
      { code: "INVALID" },
    ],
  ])("%s", async (_, days, error) => {
    const input = { reason: "leave", ...days };
    expect(await addAbsence.as(station.health, input)).toMatchObject({ ok: false, error });
  });

  it("where it overlaps another, even when both are entered at once", async () => {
    const own = await makeStation(owner);
    const days = { from: dayFromNow(7), to: dayFromNow(9), reason: "leave" };
    const both = await Promise.all([
      addAbsence.as(own.health, days),
      addAbsence.as(own.health, days),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { reason: "absenceOverlaps" } });
  });

  it("for a colleague, and for anybody of another area", async () => {
    const nurse = await nurseOf(station);
    const days = { from: dayFromNow(5), to: dayFromNow(6), reason: "leave" };
    const colleague = await addAbsence.as(nurse, { ...days, officerId: station.health.officerId });
    expect(colleague).toMatchObject({ error: { code: "FORBIDDEN" } });
    const other = await makeStation(owner);
    const away = await addAbsence.as(other.coordinator, { ...days, officerId: nurse.officerId });
    expect(away).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});

describe("a plan", () => {
  it("shows each coming day with what absences and campaigns leave of it", async () => {
    const own = await makeStation(owner);
    await setCapacity.as(own.health, { minutes: "200" });
    const unitId = own.commune.province.id;
    const days = { from: dayFromNow(0), to: dayFromNow(20) };
    const added = await addCampaign.as(own.coordinator, {
      unitId,
      name: "Tiêm nhắc lại",
      share: "50",
      ...days,
    });
    const plan = await getOwnPlan.as(own.health, undefined);
    expect(plan.days.map((day) => [day.minutes, day.share])).toEqual(Array(5).fill([100, 50]));
    if (!added.ok) throw new Error("not added");
    await cancelCampaign.as(own.coordinator, { campaignId: added.data.id });
    await addAbsence.as(own.health, today);
    const [first] = (await getOfficerPlan.as(own.coordinator, own.health.officerId)).days;
    expect(first?.share).toBe(100);
    expect((await getOwnPlan.as(own.health, undefined)).absences).toMatchObject([
      { reason: "leave" },
    ]);
  });

  it("takes the standard again when its minutes are emptied", async () => {
    const own = await makeStation(owner);
    await setCapacity.as(own.health, { minutes: "90" });
    await setCapacity.as(own.health, { minutes: "" });
    expect(await getOwnPlan.as(own.health, undefined)).toMatchObject({
      minutes: null,
      standard: 240,
    });
    for (const minutes of ["-1", "721", "nhiều", "1.5"]) {
      expect(await setCapacity.as(own.health, { minutes })).toMatchObject({
        error: { code: "INVALID" },
      });
    }
  });

  it("of a hamlet team is its own to enter", async () => {
    const hamlet = await makeHamlet(owner, station.commune, "Ấp 9");
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    expect(await addAbsence.as(team, today)).toMatchObject({ ok: true });
  });
});

describe("a campaign", () => {
  const days = { from: dayFromNow(0), to: dayFromNow(5), share: "40", name: "Tiêm nhắc lại" };

  it("of a province holds for its communes, and nowhere else", async () => {
    const own = await makeStation(owner);
    const other = await makeStation(owner);
    await addCampaign.as(own.coordinator, { ...days, unitId: own.commune.province.id });
    const [here] = (await getOwnPlan.as(own.health, undefined)).days;
    const [there] = (await getOwnPlan.as(other.health, undefined)).days;
    expect([here?.share, there?.share]).toEqual([40, 100]);
    expect((await listCampaigns.as(other.coordinator, undefined)).campaigns).toEqual([]);
  });

  it("is entered and ended by who looks after the area alone", async () => {
    const own = await makeStation(owner);
    const other = await makeStation(owner);
    const unitId = own.commune.id;
    const foreign = await addCampaign.as(other.coordinator, { ...days, unitId });
    expect(foreign).toMatchObject({ error: { code: "NOT_FOUND" } });
    const force = await addCampaign.as(own.health, { ...days, unitId });
    expect(force).toMatchObject({ error: { code: "FORBIDDEN" } });
    const added = await addCampaign.as(own.coordinator, { ...days, unitId });
    if (!added.ok) throw new Error("not added");
    const ended = await cancelCampaign.as(other.coordinator, { campaignId: added.data.id });
    expect(ended).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});
