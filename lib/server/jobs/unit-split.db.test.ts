import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { UnitChangeRequest } from "@/lib/domain/units/change";
import { claimNextTask } from "@/lib/server/tasks/claim-next";
import { addHamlets } from "@/lib/server/tasks/hamlet-commands";
import { listHamlets } from "@/lib/server/tasks/hamlet-queries";
import { listTasks } from "@/lib/server/tasks/list";
import { chooseResidence, listUndecided } from "@/lib/server/tasks/residence";
import { chooseByName } from "@/lib/server/tasks/residence-rules";
import { previewChange } from "@/lib/server/units/change-queries";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks, SLIP, type Wish } from "@/prisma/factories/tasks";
import {
  applyNow,
  changeNow,
  dropChanges,
  FAR,
  figuresOf,
  makeUnitDesk,
  NOBODY,
  newCode,
  officerNow,
  rowsAt,
  type UnitDesk,
} from "@/prisma/factories/unit-changes";

const owner = ownerClient();
let desk: UnitDesk;
beforeAll(async () => {
  await owner.connect();
  desk = await makeUnitDesk(owner);
});
afterEach(() => dropChanges(owner));
afterAll(() => owner.end());

describe("a commune that is divided", () => {
  it("sends a hamlet with its people to its part; the others wait for a choice, then go on", async () => {
    const station = await makeStation(owner);
    const { commune, coordinator } = station;
    await addHamlets.as(station.health, { unitId: commune.id, names: "Ấp 3" });
    const named: Wish = { record: { ...SLIP.record, address: "Xóm Chùa" } };
    const [known, lost, rest] = await makeTasks(owner, station, [
      FAR,
      named,
      { record: { ...SLIP.record, address: "12" } },
    ]);
    const { hamlets } = await listHamlets.as(station.police, null);
    const team = await makeOfficer(owner, { role: "hamlet", unit: commune, hamlet: hamlets[0] });
    const before = await figuresOf(coordinator);
    const parts = [
      { name: "Xã Phần Một", code: commune.code },
      { name: "Xã Phần Hai", code: newCode() },
    ];
    const request = UnitChangeRequest.parse({
      kind: "split",
      unit: commune.id,
      parts,
      heir: 0,
      hamlets: [{ hamlet: hamlets[0]?.id, part: 1 }],
    });
    const preview = await previewChange.as(desk.admin, { request, on: desk.today });
    expect(preview).toMatchObject({ undecided: 2, hamlets: [{ name: "Ấp 3", records: 1 }] });
    const changeId = await applyNow(desk, request);
    const same = { records: 3, openTasks: 3, closedTasks: 0 };
    expect(await changeNow(owner, changeId)).toMatchObject({
      state: "done",
      before: same,
      after: same,
    });
    expect(await figuresOf(coordinator)).toEqual(before);
    expect(await rowsAt(owner, commune.path)).toEqual(NOBODY);

    const [one, two] = [await officerNow(station.health), await officerNow(team)];
    expect(one.unitId).not.toBe(two.unitId);
    expect(await claimNextTask.as(two, {})).toMatchObject({ data: { taskId: known?.id } });
    expect(await claimNextTask.as(one, {})).toMatchObject({ data: null });

    const { groups } = await listUndecided.as(coordinator);
    expect(groups).toMatchObject([{ status: "split", splitUnitId: commune.id, records: 2 }]);
    expect(groups[0]?.choices.map(({ name }) => name)).toEqual(["Xã Phần Hai", "Xã Phần Một"]);
    const chosen = await chooseByName.as(coordinator, {
      oldUnitId: commune.id,
      name: "xóm Chùa",
      unitId: one.unitId,
    });
    expect(chosen).toMatchObject({ ok: true, data: { records: 1 } });
    expect(await claimNextTask.as(one, {})).toMatchObject({ data: { taskId: lost?.id } });
    const group = await chooseResidence.as(coordinator, { ...groups[0], unitId: one.unitId });
    expect(group).toMatchObject({ ok: true, data: { records: 1 } });
    expect((await listTasks.as(one, { view: "unit" })).tasks.map(({ id }) => id).sort()).toEqual(
      [lost?.id, rest?.id].sort(),
    );

    const later = await makeTasks(owner, station, [named, FAR]);
    const { rows } = await owner.query("select id, unit_id from task where id = any($1)", [
      later.map(({ id }) => id),
    ]);
    const unitOf = (id?: string) => rows.find((row) => row.id === id)?.unit_id;
    // By its old name: the rule and the hamlet both say where it belongs.
    expect([unitOf(later[0]?.id), unitOf(later[1]?.id)]).toEqual([one.unitId, two.unitId]);
  });
});
