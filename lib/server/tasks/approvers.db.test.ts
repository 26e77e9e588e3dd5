import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { turnBegins } from "@/lib/domain/tasks/approval-turn";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
  waited,
} from "@/prisma/factories/approvals";
import { type MadeOfficer, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { calendarOf } from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import { EVERYTHING, setShares } from "@/prisma/factories/sampling";
import { type MadeTask, makeTasks, oneByOne, SLIP, taskNow } from "@/prisma/factories/tasks";
import { claimApproval } from "./approval-claim";
import { countApprovals, findNextApproval, listApprovals } from "./approvals";
import { approveTask, returnApproval } from "./approve";

const owner = ownerClient();
let station: ApprovingStation;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(9).fill(SLIP)));
  await setShares(owner, EVERYTHING);
});
afterAll(() => owner.end());

const comment = "Họ đệm chưa đúng";
const waiting = () => sendCorrected(owner, station, aSlip());
const approve = (by: MadeOfficer, { id: taskId, version }: MadeTask) =>
  approveTask.as(by, { taskId, version });
const sendBack = (by: MadeOfficer, { id: taskId, version }: MadeTask) =>
  returnApproval.as(by, { taskId, version, comment });
const idsFor = async (by: MadeOfficer) =>
  (await listApprovals.as(by, {})).lines.map((line) => line.id);

describe("who approves", () => {
  it("is never who corrected it, flag or not; nor does their list show it or their claim hold it up", async () => {
    const task = await waiting();
    const health = { ...station.health, approver: true };
    const own = { error: { code: "RULE", reason: "notOwnWork" } };
    expect(await approve(health, task)).toMatchObject(own);
    expect(await sendBack(health, task)).toMatchObject(own);
    expect(await claimApproval.as(health, { taskId: task.id })).toMatchObject(own);
    expect(await idsFor(health)).not.toContain(task.id);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "approving", leaseById: null });
  });

  it("has been given it: neither an officer without nor a role that never may", async () => {
    const task = await waiting();
    const { police, commune } = station;
    const hamlet = await makeOfficer(owner, { role: "hamlet", unit: commune, approver: true });
    for (const by of [police, hamlet]) {
      expect(await approve(by, task), by.role).toMatchObject({ error: { code: "FORBIDDEN" } });
      expect(await sendBack(by, task), by.role).toMatchObject({ error: { code: "FORBIDDEN" } });
    }
    expect(await listApprovals.as(police, {})).toEqual({
      lines: [],
      next: null,
      isApprover: false,
    });
    expect(await countApprovals.as(police)).toBe(0);
  });

  it("is an officer of either force in the unit", async () => {
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      approver: true,
    });
    for (const by of [nurse, station.approver]) {
      const task = await waiting();
      expect(await idsFor(by)).toContain(task.id);
      expect(await approve(by, task)).toMatchObject({ ok: true });
    }
  });

  it("is of the unit alone for a working day, and then of the level above too", async () => {
    const task = await waiting();
    const { above, approver } = station;
    const early = { error: { code: "RULE", reason: "approversTurn" } };
    expect(await approve(above, task)).toMatchObject(early);
    expect(await sendBack(above, task)).toMatchObject(early);
    expect(await claimApproval.as(above, { taskId: task.id })).toMatchObject(early);
    expect(await idsFor(above)).not.toContain(task.id);
    const before = await countApprovals.as(above);

    // As long as a working day can be: over a week-end.
    await waited(owner, task.id, "3 days");
    expect(await idsFor(above)).toContain(task.id);
    expect(await countApprovals.as(above)).toBe(before + 1);
    const lines = (await listApprovals.as(approver, {})).lines;
    const line = lines.find((one) => one.id === task.id);
    expect(line?.aboveSince).toEqual(
      turnBegins(line?.since ?? new Date(0), 1, await calendarOf(owner)),
    );
    expect(await approve(above, task)).toMatchObject({ ok: true, data: { state: "publishing" } });
  });

  it("is nobody of another commune or province", async () => {
    const task = await waiting();
    await waited(owner, task.id, "30 days");
    const sister = await makeCommune(owner, station.commune.province);
    const strangers = [
      await makeOfficer(owner, { role: "health", unit: sister, approver: true }),
      await makeOfficer(owner, {
        role: "coordinator",
        unit: (await makeCommune(owner)).province,
        approver: true,
      }),
    ];
    for (const by of strangers) {
      expect(await approve(by, task)).toMatchObject({ error: { code: "NOT_FOUND" } });
      expect(await idsFor(by)).toEqual([]);
    }
  });

  it("is told who was faster", async () => {
    const task = await waiting();
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      approver: true,
    });
    const both = await Promise.all([approve(nurse, task), sendBack(station.approver, task)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { code: "CONFLICT" } });
  });
});

describe("the list of what waits", () => {
  it("begins with what has waited longest, and its next task is one that nobody has open", async () => {
    const own = await makeApprovingStation(owner);
    const [first, second] = await makeTasks(owner, own, [SLIP, SLIP]);
    if (!first || !second) throw new Error("two tasks");
    for (const task of [first, second]) await sendCorrected(owner, own, task);
    await waited(owner, second.id, "1 hour");
    expect(await idsFor(own.approver)).toEqual([second.id, first.id]);
    expect((await listApprovals.as(own.approver, {})).lines[0]).toMatchObject({
      fields: ["fullName"],
      by: "Lý Thị Trạm",
      proposed: null,
    });
    expect(await findNextApproval.as(own.approver, null)).toBe(second.id);
    expect(await findNextApproval.as(own.approver, second.id)).toBe(first.id);

    const nurse = await makeOfficer(owner, { role: "health", unit: own.commune, approver: true });
    expect(await claimApproval.as(nurse, { taskId: second.id })).toMatchObject({ ok: true });
    expect(await findNextApproval.as(own.approver, null)).toBe(first.id);
    const { version } = await taskNow(owner, second.id);
    const held = { error: { code: "CONFLICT", reason: "leaseTaken" } };
    expect(await approve(own.approver, { ...second, version })).toMatchObject(held);
    expect(await claimApproval.as(own.approver, { taskId: second.id })).toMatchObject(held);
  });

  it("goes on after a page where that page ended", async () => {
    const { lines } = await listApprovals.as(station.approver, {});
    const { rows } = await owner.query(
      "select (extract(epoch from state_since) * 1000000)::bigint::text as micros from task where id = $1",
      [lines[0]?.id],
    );
    const after = `${rows[0]?.micros}_${lines[0]?.id}`;
    const rest = await listApprovals.as(station.approver, { after });
    expect(rest.lines.map((line) => line.id)).toEqual(lines.slice(1).map((line) => line.id));
  });
});
