import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/server/imports/queries";
import { getRun } from "@/lib/server/matching/queries";
import {
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { runOf } from "@/prisma/factories/imports";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeConfirmed,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
} from "@/prisma/factories/tasks";
import { claimTask } from "./claim";
import { getTaskDetail, type TaskDetail } from "./detail";
import { listTasks } from "./list";
import { countByState, countTasks } from "./list-counts";

const owner = ownerClient();
let station: Station;
let slip: MadeTask;
let stranger: MadeTask;
const PHONE = "0901234567";
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const wishes = [SLIP, OTHER_NAME].map((wish) => ({ record: { ...wish.record, phone: PHONE } }));
  const [first, second] = await makeTasks(owner, station, wishes);
  if (!first || !second) throw new Error("two tasks");
  [slip, stranger] = [first, second];
});
afterAll(() => owner.end());

const seenBy = (officer: MadeOfficer, task: MadeTask) => getTaskDetail.as(officer, task.id);
const rowOf = (detail: TaskDetail, field: string) =>
  detail.candidates[0]?.rows.find((row) => row.field === field);

async function numberOf({ recordId }: MadeTask): Promise<string> {
  const { rows } = await owner.query("select id_number from record where id = $1", [recordId]);
  return rows[0].id_number;
}

describe("what is delivered of a task", () => {
  it("holds no number whole, neither the record's nor the registry's nor a phone's", async () => {
    const officers = [station.health, station.police, station.coordinator];
    for (const task of [slip, stranger]) {
      const number = await numberOf(task);
      for (const officer of officers) {
        const delivered = JSON.stringify(await seenBy(officer, task));
        expect(delivered, officer.role).not.toContain(number);
        expect(delivered, officer.role).not.toContain(PHONE);
      }
    }
  });

  it("shows the station where the registry differs, and nothing where it agrees", async () => {
    const detail = await seenBy(station.health, slip);
    expect(rowOf(detail, "fullName")).toMatchObject({
      record: "Nguyễn Thị Hoàn",
      other: "Nguyễn Thị Hòa",
      class: "typo",
    });
    for (const field of ["birthDate", "sex", "idNumber"]) {
      expect(rowOf(detail, field)).toMatchObject({ other: null, withheld: true });
    }
  });

  it("shows police all of it, and the station what police confirmed", async () => {
    expect(rowOf(await seenBy(station.police, slip), "birthDate")?.other).toMatch(/^\d\d\//);
    const choices = { fullName: { choice: "registry" } };
    const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices });
    const detail = await seenBy(station.health, task);
    expect(detail.confirmedByPolice).toBe(true);
    expect(rowOf(detail, "birthDate")?.other).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    expect(JSON.stringify(detail)).not.toContain(await numberOf(task));
  });

  it("says why, what may be done and by whom, and whose it is now", async () => {
    await claimTask.as(station.health, { taskId: slip.id });
    expect(await seenBy(station.health, slip)).toMatchObject({
      state: "correcting",
      route: "healthSmallDifference",
      mainClass: "typo",
      mainField: "fullName",
      settlingField: "fullName",
      heldByMe: true,
      events: ["submit", "return", "hold", "transfer", "reportSystem", "duplicate"],
      doses: [{ injectedOn: "2021-08-05", vaccine: "AstraZeneca", lot: "A1" }],
      history: [{ event: "assign", toState: "correcting", name: null }],
    });
    const other = await seenBy(station.police, slip);
    expect(other).toMatchObject({ heldByMe: false, holder: "Lý Thị Trạm", events: [] });
  });

  it("leaves a line of who was given whose data", async () => {
    const officer = await makeOfficer(owner, { role: "health", unit: station.commune });
    await seenBy(officer, slip);
    const { rows } = await owner.query(
      "select record_id, kind from registry_access where officer_id = $1",
      [officer.officerId],
    );
    expect(rows).toEqual([{ record_id: slip.recordId, kind: "delivered" }]);
  });

  it("has nothing of the registry for a hamlet team", async () => {
    const hamlet = await makeHamlet(owner, station.commune, "Ấp 9");
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    const wish = { record: { ...OTHER_NAME.record, address: "Ấp 9" } };
    const detail = await seenBy(team, await makeTask(owner, station, wish));
    expect(detail.candidates).toEqual([]);
    expect(detail.lone.map((row) => row.other)).toEqual([null, null, null, null]);
    expect(detail.fullName).toBe("Trần Văn Nam");
    await expect(seenBy(team, slip)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("outside the area", () => {
  it("nothing exists: neither task nor batch nor run", async () => {
    const elsewhere = await makeCommune(owner);
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: elsewhere.province });
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: await makeCommune(owner, station.commune.province),
    });
    const missing = { code: "NOT_FOUND" };
    for (const officer of [coordinator, nurse]) {
      await expect(seenBy(officer, slip)).rejects.toMatchObject(missing);
      expect((await listTasks.as(officer, { view: "all" })).tasks).toEqual([]);
      expect(await countTasks.as(officer)).toEqual([]);
      expect(await countByState.as(officer)).toEqual([]);
    }
    const runId = await runOf(owner, slip.batchId);
    await expect(getBatch.as(coordinator, slip.batchId)).rejects.toMatchObject(missing);
    await expect(getRun.as(coordinator, runId)).rejects.toMatchObject(missing);
    expect(await getBatch.as(station.coordinator, slip.batchId)).toMatchObject({ rowsRead: 2 });
  });

  it("is refused who has no business with tasks at all", async () => {
    const leader = await makeOfficer(owner, { role: "leader", unit: station.commune });
    await expect(seenBy(leader, slip)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
