import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { applyChange, cancelChange } from "@/lib/server/units/changes";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeTasks, SLIP } from "@/prisma/factories/tasks";
import {
  applyNow,
  askChange,
  changeNow,
  dropChanges,
  makeNeighbours,
  makeUnitDesk,
  mergeOf,
  NOBODY,
  newCode,
  rowsAt,
  runChange,
  type UnitDesk,
} from "@/prisma/factories/unit-changes";
import { unitChangeJob } from "./unit-change";

const owner = ownerClient();
let desk: UnitDesk;
beforeAll(async () => {
  await owner.connect();
  desk = await makeUnitDesk(owner);
});
afterEach(() => dropChanges(owner));
afterAll(() => owner.end());

describe("a change", () => {
  it("that was killed in the middle goes on where it was, and once is enough", async () => {
    const [a, b] = await makeNeighbours(owner);
    await makeTasks(owner, b, Array(5).fill(SLIP));
    const changeId = await askChange(desk, mergeOf([b.commune], { unitId: a.commune.id }));
    await runChange(desk, changeId, { size: 2, batches: 1 });
    expect(await changeNow(owner, changeId)).toMatchObject({
      state: "applying",
      total: 5,
      done: 2,
    });
    expect(await rowsAt(owner, b.commune.path)).toMatchObject({ record: 3, task: 3, officer: 0 });
    await Promise.all([
      runChange(desk, changeId, { size: 2 }),
      runChange(desk, changeId, { size: 2 }),
    ]);
    expect(await changeNow(owner, changeId)).toMatchObject({ state: "done", done: 5 });
    expect(await rowsAt(owner, a.commune.path)).toMatchObject({ record: 5, task: 5, officer: 4 });
    await runChange(desk, changeId);
    expect(await changeNow(owner, changeId)).toMatchObject({ state: "done", done: 5 });
  });

  it("takes what came late to a commune that is gone", async () => {
    const [a, b] = await makeNeighbours(owner);
    const [task] = await makeTasks(owner, a, [SLIP]);
    const changeId = await applyNow(desk, mergeOf([b.commune], { unitId: a.commune.id }));
    for (const [table, key] of [
      ["record", task?.recordId],
      ["task", task?.id],
    ]) {
      await owner.query(`update ${table} set unit_id = $2, unit_path = $3 where id = $1`, [
        key,
        b.commune.id,
        b.commune.path,
      ]);
    }
    const left = await owner.query("select id from unfinished_unit_changes(0)");
    expect(left.rows.map(({ id }) => id)).toContain(changeId);
    await runChange(desk, changeId);
    expect(await rowsAt(owner, b.commune.path)).toEqual(NOBODY);
    expect((await owner.query("select id from unfinished_unit_changes(0)")).rows).toEqual([]);
  });

  it("waits while another is applied, and while a list of its area is read", async () => {
    const [a, b] = await makeNeighbours(owner);
    const [c, d] = await makeNeighbours(owner);
    await makeTasks(owner, b, Array(3).fill(SLIP));
    const first = await askChange(desk, mergeOf([b.commune], { unitId: a.commune.id }));
    const second = await askChange(desk, mergeOf([d.commune], { unitId: c.commune.id }));
    await runChange(desk, first, { size: 1, batches: 1 });
    await runChange(desk, second);
    expect(await changeNow(owner, second)).toMatchObject({ state: "planned" });
    const third = await applyChange.as(desk.admin, {
      request: mergeOf([c.commune], { name: "Xã Sau", code: newCode() }),
      on: desk.today,
    });
    expect(third).toMatchObject({ ok: false, error: { reason: "changeApplying" } });
    await runChange(desk, first);
    await owner.query(
      `insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
       values ($1, $2, $3, 'x', 'x', 1, now(), 'reading', $1)`,
      [first, c.commune.province.id, c.commune.province.path],
    );
    await runChange(desk, second);
    expect(await changeNow(owner, second)).toMatchObject({ state: "planned", reason: "waits" });
    await owner.query("update import_batch set state = 'done' where id = $1", [first]);
    await runChange(desk, second);
    expect(await changeNow(owner, second)).toMatchObject({ state: "done" });
  });

  it("of a later day is kept until it comes, and may be called off until then", async () => {
    const [a, b] = await makeNeighbours(owner);
    const request = mergeOf([b.commune], { unitId: a.commune.id });
    const changeId = await askChange(desk, request, "2099-01-01");
    const due = async () =>
      (await owner.query("select kind, id from unfinished_unit_changes(0)")).rows;
    expect(await due()).toEqual([]);
    const again = await applyChange.as(desk.admin, { request, on: desk.today });
    expect(again).toMatchObject({ ok: false, error: { reason: "changePlanned" } });
    await owner.query("update unit_change set effective_on = $2 where id = $1", [
      changeId,
      desk.today,
    ]);
    expect(await due()).toMatchObject([{ kind: "unitChange", id: changeId }]);
    expect(await cancelChange.as(desk.admin, { changeId })).toMatchObject({ ok: true });
    await runChange(desk, changeId);
    expect(await changeNow(owner, changeId)).toMatchObject({ state: "cancelled" });
    const late = await cancelChange.as(desk.admin, { changeId });
    expect(late).toMatchObject({ ok: false, error: { reason: "changeBegun" } });
  });

  it("that can't be any more when its day comes is refused for good", async () => {
    const [a, b] = await makeNeighbours(owner);
    const changeId = await askChange(
      desk,
      mergeOf([b.commune], { unitId: a.commune.id }),
      "2099-01-01",
    );
    await owner.query("update unit set valid_to = '2026-01-01' where id = $1", [b.commune.id]);
    await owner.query("update unit_change set effective_on = $2 where id = $1", [
      changeId,
      desk.today,
    ]);
    await runChange(desk, changeId);
    expect(await changeNow(owner, changeId)).toMatchObject({
      state: "refused",
      reason: "changeNotCommunes",
    });
  });

  it("is an administrator's at the nation only, in the database too", async () => {
    const [a, b] = await makeNeighbours(owner);
    const request = mergeOf([b.commune], { unitId: a.commune.id });
    const below = await makeOfficer(owner, { role: "admin", unit: a.commune.province });
    for (const by of [below, a.coordinator]) {
      const asked = await applyChange.as(by, { request, on: desk.today });
      expect(asked).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    }
    const changeId = await askChange(desk, request, "2099-01-01");
    await unitChangeJob({ changeId, officerId: below.officerId }).catch(() => undefined);
    expect(await changeNow(owner, changeId)).toMatchObject({ state: "planned" });
    expect(await rowsAt(owner, b.commune.path)).toMatchObject({ officer: 2 });
  });
});
