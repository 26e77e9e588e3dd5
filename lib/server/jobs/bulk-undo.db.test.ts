import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { undoBulk } from "@/lib/server/tasks/bulk/commands";
import { getBulk } from "@/lib/server/tasks/bulk/queries";
import { claimTask } from "@/lib/server/tasks/claim";
import { preparePublication } from "@/lib/server/tasks/publications";
import { undoTask } from "@/lib/server/tasks/undo";
import {
  bulkEnds,
  DATE_SLIPS,
  NUMBER_SLIPS,
  numberSlip,
  startedBulk,
  stubborn,
} from "@/prisma/factories/bulks";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  SLIP,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { bulkJob } from "./bulk";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const WRONG = "Nguyễn Thị Hoàn";
const COUNT = 12;

type Side = "health" | "police";

async function applied(wish: () => Wish, of: { key?: string; rule?: string; by?: Side } = {}) {
  const station = await makeStation(owner);
  const tasks = await makeTasks(owner, station, Array.from({ length: COUNT }, wish));
  const officer = station[of.by ?? "health"];
  const before = await standingOf(tasks);
  const bulkId = await startedBulk(officer, of);
  await bulkJob({ bulkId, officerId: officer.officerId });
  return { station, tasks, bulkId, officer, before };
}

/** How tasks and their records stand, without versions and moments. */
async function standingOf(tasks: readonly MadeTask[]) {
  const { rows } = await owner.query(
    `select t.id, t.state, t.force, t.assignee_id, t.resolution, t.confirmed, t.confirmed_person_id, r.full_name,
       r.birth_date, r.id_number, r.sex, r.outcome, r.main_field, r.main_level
     from task t join record r on r.id = t.record_id where t.id = any($1) order by t.id`,
    [tasks.map((task) => task.id)],
  );
  return rows;
}

async function undoAll({ bulkId, officer }: { bulkId: string; officer: Station["health"] }) {
  const undone = await undoBulk.as(officer, { bulkId });
  expect(undone).toMatchObject({ ok: true });
  await bulkJob({ bulkId, officerId: officer.officerId }, { slice: 5 });
}

describe("taking back the whole", () => {
  it("brings every task and record back, with corrections in the other direction", async () => {
    const of = await applied(() => SLIP);
    await undoAll(of);
    expect(await standingOf(of.tasks)).toEqual(of.before);
    const { rows } = await owner.query(
      "select from_value, to_value, source from correction where record_id = any($1) order by at, id",
      [of.tasks.map((task) => task.recordId)],
    );
    expect(rows).toHaveLength(2 * COUNT);
    expect(rows.at(-1)).toEqual({
      from_value: "Nguyễn Thị Hòa",
      to_value: WRONG,
      source: "health",
    });
    const bulk = await getBulk.as(of.officer, of.bulkId);
    expect(bulk).toMatchObject({ phase: "undo", state: "done", toUndo: COUNT, undoDone: COUNT });
    expect(bulk.undone).toEqual({ undone: COUNT });
  });

  it("leaves and lists what somebody went on with, has open, or is in a file for the source", async () => {
    const of = await applied(() => SLIP);
    const [touched, open, ...rest] = of.tasks as [MadeTask, MadeTask, ...MadeTask[]];
    const { version } = await taskNow(owner, touched.id);
    await undoTask.as(of.officer, { taskId: touched.id, version });
    await owner.query(
      "update task set lease_by_id = $2, lease_until = now() + interval '5 minutes' where id = $1",
      [open.id, of.officer.officerId],
    );
    await undoAll(of);
    const ends = await bulkEnds(owner, of.bulkId);
    expect(ends.get(touched.id)).toBe("applied / touched");
    expect(ends.get(open.id)).toBe("applied / open");
    expect(await taskNow(owner, open.id)).toMatchObject({ state: "publishing" });
    for (const task of rest) expect(ends.get(task.id)).toBe("applied / undone");
    const bulk = await getBulk.as(of.officer, of.bulkId);
    expect(bulk.undone).toEqual({ undone: COUNT - 2, touched: 1, open: 1 });
    expect(bulk.undoDone).toBe(bulk.toUndo);
  });

  it("leaves what is in a file for the source", async () => {
    const of = await applied(() => SLIP);
    const [{ batchId }] = of.tasks as [MadeTask];
    await preparePublication.as(of.station.coordinator, { batchId });
    await undoAll(of);
    expect((await getBulk.as(of.officer, of.bulkId)).undone).toEqual({ inFile: COUNT });
  });

  it("takes back what waits for approval, and corrections that were not accepted", async () => {
    const sampled = await applied(() => SLIP);
    const ids = sampled.tasks.map((task) => task.id);
    await owner.query(
      "update task set state = 'approving', force = 'approver', resume_to = 'correcting' where id = any($1)",
      [ids],
    );
    await undoAll(sampled);
    expect(await standingOf(sampled.tasks)).toEqual(sampled.before);

    const refused = await applied(stubborn, { key: DATE_SLIPS });
    await undoAll(refused);
    expect(await standingOf(refused.tasks)).toEqual(refused.before);
    const bulk = await getBulk.as(refused.officer, refused.bulkId);
    expect(bulk.undone).toEqual({ undone: bulk.total });
  });

  it("reopens what had been closed as a false alarm", async () => {
    const station = await makeStation(owner);
    const tasks = await makeTasks(owner, station, Array(COUNT).fill(SLIP));
    const ids = tasks.map((task) => task.personId);
    await owner.query("update person set full_name = $2 where id = any($1)", [ids, WRONG]);
    const officer = station.health;
    const bulkId = await startedBulk(officer, { rule: "keepRecord" });
    await bulkJob({ bulkId, officerId: officer.officerId });
    expect((await getBulk.as(officer, bulkId)).outcomes).toEqual({ applied: COUNT });
    await undoAll({ bulkId, officer });
    for (const task of tasks) {
      const now = await taskNow(owner, task.id);
      expect(now).toMatchObject({ state: "correcting", force: "health", resolution: null });
    }
  });

  it("takes back what police confirmed, unless it is on a signed list", async () => {
    const of = await applied(numberSlip, { key: NUMBER_SLIPS, by: "police" });
    const [listed, ...rest] = of.tasks as [MadeTask, ...MadeTask[]];
    await owner.query("update task set handover_id = gen_random_uuid() where id = $1", [listed.id]);
    await undoAll(of);
    const ends = await bulkEnds(owner, of.bulkId);
    expect(ends.get(listed.id)).toBe("applied / listed");
    const before = of.before.filter((row) => row.id !== listed.id);
    expect(await standingOf(rest)).toEqual(before);
  });

  it("is possible for a day and once, and for nobody of another force", async () => {
    const of = await applied(() => SLIP);
    const { bulkId } = of;
    const police = await undoBulk.as(of.station.police, { bulkId });
    expect(police).toMatchObject({ ok: false, error: { reason: "wrongForce" } });
    const over = { ok: false, error: { reason: "bulkUndoOver" } };
    const late =
      "update bulk_run set finished_at = finished_at - make_interval(hours => $2) where id = $1";
    await owner.query(late, [bulkId, 25]);
    expect(await undoBulk.as(of.officer, { bulkId })).toMatchObject(over);
    await owner.query(late, [bulkId, -25]);
    await undoAll(of);
    expect(await undoBulk.as(of.officer, { bulkId })).toMatchObject(over);
    const [task] = of.tasks as [MadeTask];
    expect(await claimTask.as(of.officer, { taskId: task.id })).toMatchObject({ ok: true });
  });
});
