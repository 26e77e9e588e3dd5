import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
} from "@/prisma/factories/approvals";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { EVERYTHING, setShares } from "@/prisma/factories/sampling";
import { type MadeTask, makeConfirmed, makeTask, OTHER_NAME, SLIP } from "@/prisma/factories/tasks";
import { getApproval } from "./approval-detail";
import { listApprovals } from "./approvals";
import { getTaskDetail } from "./detail";

const owner = ownerClient();
let station: ApprovingStation;
let task: MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
  await setShares(owner, EVERYTHING);
  task = await sendCorrected(owner, station, await makeTask(owner, station, SLIP));
});
afterAll(() => owner.end());

const rowOf = async (by: ApprovingStation["approver"], field: string) =>
  (await getApproval.as(by, task.id)).rows.find((row) => row.field === field);

/** Every key, at any depth, and every number of a delivered value. */
function partsOf(value: unknown): { keys: string[]; numbers: number[] } {
  if (typeof value === "number") return { keys: [], numbers: [value] };
  if (value === null || typeof value !== "object" || value instanceof Date) {
    return { keys: [], numbers: [] };
  }
  const inner = Object.values(value).map(partsOf);
  return {
    keys: [
      ...(Array.isArray(value) ? [] : Object.keys(value)),
      ...inner.flatMap((one) => one.keys),
    ],
    numbers: inner.flatMap((one) => one.numbers),
  };
}

describe("whoever approves", () => {
  it("is told nothing of how the engine rates it: no score, no points, no rank, no threshold", async () => {
    const { rows } = await owner.query<{ score: number; points: number }>(
      `select k.score, k.points from match_candidate k where k.record_id = $1
       union all select (f->>'points')::float8, 0 from match_candidate k, jsonb_array_elements(k.fields) f
         where k.record_id = $1`,
      [task.recordId],
    );
    const rated = new Set(
      rows.flatMap((row) => [row.score, row.points]).filter((n) => !Number.isInteger(n)),
    );
    expect(rated.size).toBeGreaterThan(3);
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      approver: true,
    });
    for (const by of [station.approver, station.above, nurse]) {
      const delivered = {
        view: await getApproval.as(by, task.id),
        detail: await getTaskDetail.as(by, task.id),
        list: await listApprovals.as(by, {}),
      };
      const { keys, numbers } = partsOf(delivered);
      expect(keys.filter((key) => /points|rank|threshold|share|sampled/i.test(key))).toEqual([]);
      expect(numbers.filter((number) => rated.has(number))).toEqual([]);
      expect(delivered.detail).toMatchObject({
        score: null,
        explanation: null,
        settlingField: null,
        candidates: [],
      });
    }
  });

  it("sees what was changed from what to what, whose value it is, and who sent it", async () => {
    const view = await getApproval.as(station.approver, task.id);
    expect(view.rows.filter((row) => row.changed)).toEqual([
      {
        field: "fullName",
        before: "Nguyễn Thị Hoàn",
        after: "Nguyễn Thị Hòa",
        changed: true,
        registry: "Nguyễn Thị Hòa",
        withheld: false,
      },
    ]);
    expect(view).toMatchObject({
      proposed: null,
      proposedBy: { name: "Lý Thị Trạm", unit: station.commune.name },
      changes: [{ field: "fullName", source: "registry", name: "Lý Thị Trạm" }],
      refusal: null,
    });
  });

  it("sees of the registry what an officer of that force sees: health no equal values", async () => {
    expect(await rowOf(station.approver, "birthDate")).toMatchObject({ withheld: false });
    expect((await rowOf(station.approver, "birthDate"))?.registry).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    const nurse = await makeOfficer(owner, {
      role: "health",
      unit: station.commune,
      approver: true,
    });
    expect(await rowOf(nurse, "birthDate")).toMatchObject({ withheld: true, registry: null });
  });

  it("sees no number whole, and leaves a line of whose data it was", async () => {
    const { rows } = await owner.query("select id_number from record where id = $1", [
      task.recordId,
    ]);
    const officer = await makeOfficer(owner, {
      role: "police",
      unit: station.commune,
      approver: true,
    });
    const delivered = JSON.stringify(await getApproval.as(officer, task.id));
    expect(delivered).not.toContain(rows[0].id_number);
    const log = await owner.query(
      "select record_id, kind from registry_access where officer_id = $1",
      [officer.officerId],
    );
    expect(log.rows).toEqual([{ record_id: task.recordId, kind: "delivered" }]);
  });

  it("has what police confirmed on the other side", async () => {
    const choices = { fullName: { choice: "registry" } };
    const confirmed = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices });
    const sent = await sendCorrected(owner, station, confirmed);
    const view = await getApproval.as(station.approver, sent.id);
    expect(view.confirmedByPolice).toBe(true);
    expect(view.rows[0]).toMatchObject({ before: "Trần Văn Nam", changed: true });
    expect(view.rows[0]?.registry).toBe(view.rows[0]?.after);
  });
});

describe("what waits for approval", () => {
  it("says to others why they can't approve it", async () => {
    const refusalFor = async (by: ApprovingStation["approver"]) =>
      (await getApproval.as(by, task.id)).refusal;
    expect(await refusalFor(station.police)).toBe("notApprover");
    expect(await refusalFor({ ...station.health, approver: true })).toBe("notOwnWork");
    expect(await refusalFor(station.above)).toBe("approversTurn");
  });

  it("does not exist elsewhere, nor as soon as it waits no longer", async () => {
    const stranger = await makeOfficer(owner, {
      role: "health",
      unit: await makeCommune(owner),
      approver: true,
    });
    const missing = { code: "NOT_FOUND" };
    await expect(getApproval.as(stranger, task.id)).rejects.toMatchObject(missing);
    const other = await makeTask(owner, station, SLIP);
    await expect(getApproval.as(station.approver, other.id)).rejects.toMatchObject(missing);
  });
});
