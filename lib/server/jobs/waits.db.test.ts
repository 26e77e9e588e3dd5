import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addWorkingDays } from "@/lib/domain/units/work-calendar";
import { claimTask } from "@/lib/server/tasks/claim";
import { claimNextTask } from "@/lib/server/tasks/claim-next";
import { holdTask, resumeTask } from "@/lib/server/tasks/hold";
import { listTasks } from "@/lib/server/tasks/list";
import {
  calendarOf,
  dayFromToday,
  laterBy,
  nextWorkingDay,
  withDay,
} from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { resumeWaits } from "./waits";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(9).fill(SLIP)));
});
afterAll(() => owner.end());

const comment = "Hẹn gặp người dân";

async function hold(task: MadeTask, wanted?: string, officer = station.health) {
  const { version } = await taskNow(owner, task.id);
  const until = wanted ?? (await nextWorkingDay(owner));
  return holdTask.as(officer, { taskId: task.id, version, comment, until });
}

/** As if the task had been put off so many days ago until today. */
async function letDayCome(taskId: string, heldDays = 7): Promise<void> {
  await owner.query(
    `update task set wait_until = $2, clock_stopped_at = now() - make_interval(days => $3) where id = $1`,
    [taskId, dayFromToday(0), heldDays],
  );
}

async function columns(taskId: string) {
  const { rows } = await owner.query(
    `select state, force, assignee_id, wait_reason, wait_until::text, due_on::text, clock_stopped_at
     from task where id = $1`,
    [taskId],
  );
  return rows[0];
}

describe("a task that is put off", () => {
  it("stays on its holder's list and is nobody's next one", async () => {
    const task = aSlip();
    await owner.query("update task set assignee_id = null where id = $1", [task.id]);
    const until = await nextWorkingDay(owner);
    expect(await hold(task, until)).toMatchObject({ ok: true, data: { state: "waiting" } });
    expect(await columns(task.id)).toMatchObject({
      force: "health",
      assignee_id: station.health.officerId,
      wait_reason: "appointment",
      wait_until: until,
    });
    const { tasks } = await listTasks.as(station.health, { view: "mine", state: "waiting" });
    expect(tasks.map(({ id }) => id)).toContain(task.id);
    await owner.query("update task set due_on = '2020-01-01' where id = $1", [task.id]);
    const next = await claimNextTask.as(station.health, {});
    expect(next).not.toMatchObject({ data: { taskId: task.id } });
  });

  it("comes back on the next working day, where the day that was agreed on is none", async () => {
    const task = aSlip();
    const off = dayFromToday(3);
    await withDay(owner, { day: off, working: false }, async () => {
      const later = addWorkingDays(off, 1, await calendarOf(owner));
      expect(await hold(task, off)).toMatchObject({ ok: true, data: { until: later } });
      expect(await columns(task.id)).toMatchObject({ state: "waiting", wait_until: later });
    });
  });

  it("goes on by hand, by its holder's force only", async () => {
    const task = aSlip();
    await hold(task);
    const { version } = await taskNow(owner, task.id);
    const resume = (officer: Station["health"]) =>
      resumeTask.as(officer, { taskId: task.id, version });
    expect(await resume(station.police)).toMatchObject({ error: { reason: "wrongForce" } });
    expect(await resume(elsewhere.health)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await resume(station.health)).toMatchObject({ data: { state: "correcting" } });
    expect(await columns(task.id)).toMatchObject({ wait_reason: null, wait_until: null });
  });

  it.each([0, -3, 61, 365])("is not put off until %s days from today", async (days) => {
    const [task] = await makeTasks(owner, station, [SLIP]);
    if (!task) throw new Error("no task");
    const refused = await hold(task, dayFromToday(days));
    expect(refused).toMatchObject({ error: { code: "INVALID", fields: { until: {} } } });
  });

  it("is not put off by another force", async () => {
    const task = aSlip();
    const refused = await hold(task, undefined, station.police);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "wrongForce" } });
  });
});

describe("when the day has come", () => {
  it("goes on by itself, due as many working days later as it was put off", async () => {
    const task = aSlip();
    const early = aSlip();
    await hold(task);
    await hold(early);
    const due = (await columns(task.id)).due_on;
    await letDayCome(task.id);
    await resumeWaits();
    const later = await laterBy(owner, due, 7);
    expect(await columns(task.id)).toMatchObject({
      state: "correcting",
      assignee_id: station.health.officerId,
      due_on: later,
      clock_stopped_at: null,
    });
    expect(await columns(early.id)).toMatchObject({ state: "waiting" });
    const { rows } = await owner.query(
      "select by_owner, by_id from task_event where task_id = $1 and event = 'resume'",
      [task.id],
    );
    expect(rows).toEqual([{ by_owner: "system", by_id: null }]);
  });

  it("goes on once, however many workers notice it at once", async () => {
    const tasks = [aSlip(), aSlip()];
    for (const { id } of tasks) {
      await hold({ id } as MadeTask);
      await letDayCome(id);
    }
    const counts = await Promise.all([resumeWaits(), resumeWaits(), resumeWaits()]);
    expect(counts.reduce((a, b) => a + b)).toBe(2);
    const { rows } = await owner.query(
      "select task_id from task_event where task_id = any($1) and event = 'resume'",
      [tasks.map(({ id }) => id)],
    );
    expect(rows).toHaveLength(2);
    expect(await resumeWaits()).toBe(0);
  });

  it("waits until its officer has left it", async () => {
    const task = aSlip();
    await hold(task);
    await letDayCome(task.id);
    await claimTask.as(station.health, { taskId: task.id });
    expect(await resumeWaits()).toBe(0);
    await owner.query("update task set lease_until = now() - interval '1 second' where id = $1", [
      task.id,
    ]);
    expect(await resumeWaits()).toBe(1);
  });
});
