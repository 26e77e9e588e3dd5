import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { addAbsence, cancelAbsence } from "@/lib/server/tasks/absence";
import { readMeasured, readMinutes } from "@/lib/server/tasks/minutes";
import { setWorkSettings } from "@/lib/server/tasks/work-settings";
import { makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTask, SLIP, type Station } from "@/prisma/factories/tasks";
import { assignmentsOf, dayFromNow, holderOf } from "@/prisma/factories/work";
import { measureEffort, startAbsences } from "./plans";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const nurseOf = (of: Station) => makeOfficer(owner, { role: "health", unit: of.commune });

describe("an absence to come", () => {
  it("changes nothing until its first day; then the worker shares out, once", async () => {
    const own = await makeStation(owner);
    const task = await makeTask(owner, own, SLIP);
    const nurse = await nurseOf(own);
    const later = { from: dayFromNow(2), to: dayFromNow(4), reason: "training" };
    await addAbsence.as(own.coordinator, { ...later, officerId: own.health.officerId });
    await startAbsences();
    expect(await holderOf(owner, task.id)).toBe(own.health.officerId);
    const then = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000);
    await startAbsences(then);
    await startAbsences(then);
    expect(await holderOf(owner, task.id)).toBe(nurse.officerId);
    expect(await assignmentsOf(owner, task.id)).toHaveLength(2);
    const { rows } = await owner.query(
      "select detail from audit_entry where command = 'task.shareOutAbsent' and entity_id = $1",
      [own.health.officerId],
    );
    expect(rows).toEqual([{ detail: { tasks: 1, shared: 1 } }]);
  });

  it("that was cancelled never begins", async () => {
    const own = await makeStation(owner);
    const task = await makeTask(owner, own, SLIP);
    await nurseOf(own);
    const later = { from: dayFromNow(1), to: dayFromNow(1), reason: "personal" };
    const added = await addAbsence.as(own.health, later);
    if (!added.ok) throw new Error("not added");
    const absenceId = added.data.id;
    expect(await cancelAbsence.as(own.health, { absenceId })).toMatchObject({ ok: true });
    expect(await cancelAbsence.as(own.health, { absenceId })).toMatchObject({
      error: { code: "CONFLICT" },
    });
    await startAbsences(new Date(Date.now() + 24 * 60 * 60 * 1000));
    expect(await holderOf(owner, task.id)).toBe(own.health.officerId);
  });
});

/** So many steps of a task, each of which took so many minutes. */
const STEPS = `
  insert into task_event (id, task_id, record_id, unit_path, event, to_state, by_id, by_owner, version, at, opened_at)
  select gen_random_uuid(), t.id, t.record_id, t.unit_path, 'submit', 'rematching', $2, 'health', 1000 + $5 + n,
    now(), now() - make_interval(secs => $3::float8 * 60)
  from task t, generate_series(1, $4) n where t.id = $1`;

describe("measured effort", () => {
  it("is the median, without what was not looked at and without long pauses; chosen by the centre", async () => {
    const own = await makeStation(owner);
    const task = await makeTask(owner, own, SLIP);
    const { officerId } = own.health;
    // A class that no other test has steps of.
    const mainClass = "regional";
    await owner.query("update task set main_class = $2 where id = $1", [task.id, mainClass]);
    const took = async (minutes: number, times: number, from: number) =>
      owner.query(STEPS, [task.id, officerId, minutes, times, from]);
    await took(6, 10, 0);
    await took(8, 11, 100);
    await took(0.01, 30, 200);
    await took(300, 30, 300);
    await measureEffort();
    const centre = await makeOfficer(owner, { role: "coordinator", unit: await makeNation(owner) });
    const inScope = <T>(run: Parameters<typeof transaction<T>>[1]) =>
      transaction(scopeOf(own.health), run);
    const measured = await inScope(({ sql }) => readMeasured(sql));
    expect(measured.filter((one) => one.mainClass === mainClass)).toEqual([
      { force: "health", mainClass, tasks: 21, minutes: 8 },
    ]);
    const fixed = await inScope(({ sql }) => readMinutes(sql));
    expect(fixed("health", mainClass)).toBe(5);

    const settings = { effortSource: "measured", capacityMinutes: "240", stuckDays: "3" };
    const province = await setWorkSettings.as(own.coordinator, settings);
    expect(province).toMatchObject({ error: { code: "FORBIDDEN" } });
    expect(await setWorkSettings.as(centre, settings)).toMatchObject({ ok: true });
    const now = await inScope(({ sql }) => readMinutes(sql));
    expect(now("health", mainClass)).toBe(8);
    expect(now("police", mainClass)).toBe(5);
    await setWorkSettings.as(centre, { ...settings, effortSource: "fixed" });
  });
});
