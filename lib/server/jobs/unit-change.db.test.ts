import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findActor } from "@/lib/server/core/session";
import { getHandover } from "@/lib/server/handovers/queries";
import { claimTask } from "@/lib/server/tasks/claim";
import { claimNextTask } from "@/lib/server/tasks/claim-next";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { addHamlets } from "@/lib/server/tasks/hamlet-commands";
import { listHamlets } from "@/lib/server/tasks/hamlet-queries";
import { listTasks } from "@/lib/server/tasks/list";
import { confirmTask } from "@/lib/server/tasks/verify";
import { previewChange } from "@/lib/server/units/change-queries";
import { getUnit } from "@/lib/server/units/look-up";
import {
  type MadeOfficer,
  makeOfficer,
  makeProvince,
  makeSession,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  handOver,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  SLIP,
} from "@/prisma/factories/tasks";
import {
  applyNow,
  changeNow,
  dropChanges,
  FAR,
  figuresOf,
  makeNeighbours,
  makeUnitDesk,
  mergeOf,
  NOBODY,
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

describe("a commune that goes into another", () => {
  it("takes its open and closed tasks, officers, leases and papers along; figures stay", async () => {
    const [a, b] = await makeNeighbours(owner);
    await addHamlets.as(a.health, { unitId: a.commune.id, names: "Ấp 3" });
    await addHamlets.as(b.health, { unitId: b.commune.id, names: "Ấp 3\nẤp 4" });
    await makeTasks(owner, a, [SLIP, FAR]);
    const [held, mine, asked, closed] = await makeTasks(owner, b, [SLIP, SLIP, FAR, SLIP]);
    const paper = await makeTask(owner, b, OTHER_NAME);
    const confirmed = await confirmTask.as(b.police, {
      taskId: paper.id,
      version: paper.version,
      personId: paper.personId,
      choices: { fullName: { choice: "registry" } },
    });
    expect(confirmed.ok).toBe(true);
    await handOver(b);
    await owner.query(
      "update task set state = 'closed', resolution = 'corrected', closed_at = now() where id = $1",
      [closed?.id],
    );
    expect((await claimTask.as(b.health, { taskId: held?.id })).ok).toBe(true);
    const token = await makeSession(owner, b.health.officerId);
    const figures = await figuresOf(a.coordinator);

    const request = mergeOf([a.commune, b.commune], { unitId: a.commune.id });
    const preview = await previewChange.as(desk.admin, { request, on: desk.today });
    expect(preview).toMatchObject({
      refused: null,
      from: [
        { unitId: b.commune.id, records: 5, openTasks: 4, closedTasks: 1, leased: 1, hamlets: 2 },
      ],
      into: [{ unitId: a.commune.id, records: 2, openTasks: 2, to: null }],
      total: { records: 7, openTasks: 6, closedTasks: 1 },
      undecided: 0,
    });
    expect(preview.officers.map((one) => one.to)).toEqual([a.commune.name, a.commune.name]);
    const changeId = await applyNow(desk, request);

    const same = { records: 7, openTasks: 6, closedTasks: 1 };
    expect(await changeNow(owner, changeId)).toMatchObject({
      state: "done",
      before: same,
      after: same,
      done: 5,
    });
    expect(await rowsAt(owner, b.commune.path)).toEqual(NOBODY);
    expect(await figuresOf(a.coordinator)).toEqual(figures);

    const nurse = await findActor(token);
    expect(nurse).toMatchObject({ unitId: a.commune.id, unitPath: a.commune.path });
    const detail = await getTaskDetail.as(await officerNow(b.health), held?.id ?? "");
    expect(detail).toMatchObject({ unitName: a.commune.name, holderId: b.health.officerId });
    const { tasks } = await listTasks.as(await officerNow(a.health), { view: "unit" });
    expect(tasks.map((task) => task.id)).toEqual(expect.arrayContaining([held?.id, mine?.id]));
    const { rows } = await owner.query("select assignee_id, version from task where id = $1", [
      mine?.id,
    ]);
    expect(rows[0]).toEqual({ assignee_id: b.health.officerId, version: mine?.version });
    const history = await getTaskDetail.as(a.police, paper.id);
    expect(JSON.stringify(history)).toContain("receive");

    const signed = await owner.query(
      "select id, unit_id, unit_path from handover where signed_by_id = $1",
      [b.police.officerId],
    );
    const [list] = signed.rows;
    expect(list).toMatchObject({ unit_id: b.commune.id, unit_path: a.commune.path });
    // Whoever has the merged commune's papers now reads them as they were signed.
    expect(await getHandover.as(await officerNow(b.police), list.id)).toMatchObject({
      masked: false,
    });
    const events = await owner.query(
      "select distinct unit_path from task_event where task_id = $1",
      [mine?.id],
    );
    expect(events.rows).toEqual([{ unit_path: b.commune.path }]);

    const { hamlets } = await listHamlets.as(a.police, null);
    expect(hamlets.map((one) => [one.name, one.records])).toEqual([
      ["Ấp 3", 1],
      [`Ấp 3 (${b.commune.name})`, 1],
      ["Ấp 4", 0],
    ]);
    expect(asked).toBeDefined();
  });

  it("is followed by what is imported under its old name, to the right hamlet of two", async () => {
    const [a, b] = await makeNeighbours(owner);
    for (const { health, commune } of [a, b]) {
      await addHamlets.as(health, { unitId: commune.id, names: "Ấp 3" });
    }
    await makeTasks(owner, b, [FAR]);
    await applyNow(desk, mergeOf([b.commune], { unitId: a.commune.id }));
    const later = [await makeTask(owner, b, FAR), await makeTask(owner, a, FAR)];
    const { rows } = await owner.query(
      `select t.id, t.unit_id, h.name from task t join hamlet h on h.id = t.hamlet_id where t.id = any($1)`,
      [later.map(({ id }) => id)],
    );
    const of = (id?: string) => rows.find((row) => row.id === id);
    expect(of(later[0]?.id)).toMatchObject({
      unit_id: a.commune.id,
      name: `Ấp 3 (${b.commune.name})`,
    });
    expect(of(later[1]?.id)).toMatchObject({ unit_id: a.commune.id, name: "Ấp 3" });
    const old = await getUnit.as(desk.admin, b.commune.id);
    expect(old.today).toMatchObject({ kind: "one", unit: { id: a.commune.id } });
  });
});

it("a commune under another name is another unit, in the same place of the list", async () => {
  const station = await makeStation(owner);
  const [task] = await makeTasks(owner, station, [SLIP]);
  const { commune } = station;
  const into = { name: "Xã Tên Mới", code: commune.code };
  await applyNow(desk, { kind: "rename", unit: commune.id, into });
  const nurse = await officerNow(station.health);
  expect(nurse.unitId).not.toBe(commune.id);
  expect(await claimNextTask.as(nurse, {})).toMatchObject({ data: { taskId: task?.id } });
  const { rows } = await owner.query(
    "select name, valid_from, valid_to from unit where code = $1 order by valid_from",
    [commune.code],
  );
  expect(rows).toMatchObject([{ name: commune.name }, { name: "Xã Tên Mới", valid_to: null }]);
  expect(await rowsAt(owner, commune.path)).toEqual(NOBODY);
});

it("communes that pass to another province are seen there, and no longer here", async () => {
  const station = await makeStation(owner);
  const [task] = await makeTasks(owner, station, [SLIP]);
  const province = await makeProvince(owner);
  const there = await makeOfficer(owner, { role: "coordinator", unit: province });
  const before = await figuresOf(station.coordinator);
  await applyNow(desk, { kind: "province", units: [station.commune.id], province: province.id });
  expect(await figuresOf(there)).toEqual(before);
  const ids = async (by: MadeOfficer) =>
    (await listTasks.as(by, { view: "all" })).tasks.map(({ id }) => id);
  expect(await ids(there)).toEqual([task?.id]);
  expect(await ids(station.coordinator)).toEqual([]);
  expect(await claimNextTask.as(await officerNow(station.health), {})).toMatchObject({
    data: { taskId: task?.id },
  });
});
