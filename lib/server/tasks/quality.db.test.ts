import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wilson } from "@/lib/domain/tasks/error-rate";
import { SETTINGS } from "@/lib/domain/units/settings";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
} from "@/prisma/factories/approvals";
import { makeCommune, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeCentre } from "@/prisma/factories/rules";
import { EVERYTHING, setShares } from "@/prisma/factories/sampling";
import { type MadeTask, makeTasks, SLIP } from "@/prisma/factories/tasks";
import { approveTask, returnApproval } from "./approve";
import { getQuality } from "./quality";
import { getSampling, setSampling } from "./sampling-settings";

const owner = ownerClient();
let station: ApprovingStation;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
});
afterAll(() => owner.end());

describe("how often corrections are wrong", () => {
  it("is counted of what was checked, with an interval once there is enough of it", async () => {
    await setShares(owner, { ...EVERYTHING, lowBelow: 0, middleBelow: 1 });
    const tasks = await makeTasks(owner, station, Array(7).fill(SLIP));
    const sent: MadeTask[] = [];
    for (const task of tasks) sent.push(await sendCorrected(owner, station, task));
    const check = async (at: number, wrong: boolean) => {
      const { id: taskId, version } = sent[at] ?? { id: "", version: 0 };
      const done = wrong
        ? await returnApproval.as(station.approver, { taskId, version, comment: "Sai tên" })
        : await approveTask.as(station.approver, { taskId, version });
      expect(done).toMatchObject({ ok: true });
    };
    for (const at of [0, 1, 2]) await check(at, at === 0);
    const few = await getQuality.as(station.coordinator);
    expect(few.all).toEqual({ passed: 7, checked: 3, wrong: 1, rate: null });

    for (const at of [3, 4, 5]) await check(at, at === 3);
    const view = await getQuality.as(station.coordinator);
    const rate = { found: 2 / 6, ...wilson(2, 6) };
    expect(view.all).toEqual({ passed: 7, checked: 6, wrong: 2, rate });
    expect(view.bands).toEqual([
      { band: "low", passed: 0, checked: 0, wrong: 0, rate: null },
      { band: "middle", passed: 7, checked: 6, wrong: 2, rate },
      { band: "high", passed: 0, checked: 0, wrong: 0, rate: null },
    ]);
    expect(view.officers).toEqual([
      {
        officerId: station.health.officerId,
        name: "Lý Thị Trạm",
        unit: station.commune.name,
        passed: 7,
        checked: 6,
        wrong: 2,
        rate,
      },
    ]);
  });

  it("is nobody's of another province, and no business of those who settle tasks", async () => {
    const { province } = await makeCommune(owner);
    const other = await makeOfficer(owner, { role: "coordinator", unit: province });
    expect(await getQuality.as(other)).toMatchObject({ all: { passed: 0 }, officers: [] });
    await expect(getQuality.as(station.approver)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the shares", () => {
  const standard = { ...SETTINGS.approvalSampling.standard, high: 0.07 };

  it("are set at the centre, by the version that was seen", async () => {
    await owner.query("delete from setting");
    const { proposer } = await makeCentre(owner);
    const admin = await makeOfficer(owner, {
      role: "admin",
      unit: await makeNation(owner),
    });
    const first = await getSampling.as(proposer);
    expect(first).toMatchObject({ value: SETTINGS.approvalSampling.standard, version: 0 });
    expect(first.approvers).toBe(2);
    expect(await setSampling.as(proposer, { ...standard, version: 0 })).toMatchObject({ ok: true });
    expect(await getSampling.as(admin)).toMatchObject({ value: standard, version: 1 });
    const again = { ...standard, high: 0.5 };
    expect(await setSampling.as(admin, { ...again, version: 0 })).toMatchObject({
      error: { code: "CONFLICT" },
    });
    expect(await setSampling.as(admin, { ...again, version: 1 })).toMatchObject({ ok: true });
    expect(await getSampling.as(admin)).toMatchObject({ value: again, version: 2 });
  });

  it("are not set by a province, nor to what makes no sense", async () => {
    const { coordinator, approver } = station;
    for (const by of [coordinator, approver]) {
      const refused = await setSampling.as(by, { ...standard, version: 0 });
      expect(refused).toMatchObject({ error: { code: "FORBIDDEN" } });
    }
    await expect(getSampling.as(coordinator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { proposer } = await makeCentre(owner);
    const wrong = { ...standard, low: 1.2, newUntil: 2.5, version: 0 };
    expect(await setSampling.as(proposer, wrong)).toMatchObject({
      error: {
        code: "INVALID",
        fields: { low: { code: "percentRange" }, newUntil: { code: "countRange" } },
      },
    });
    const upsideDown = { ...standard, lowBelow: 0.95, version: 0 };
    expect(await setSampling.as(proposer, upsideDown)).toMatchObject({
      error: { fields: { middleBelow: { code: "bandOrder" } } },
    });
  });
});
