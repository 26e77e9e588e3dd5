import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";
import { reopenTask } from "./reopen";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(6).fill(SLIP)));
});
afterAll(() => owner.end());

const comment = "Người dân báo tên vẫn sai";

/** A task that is closed, as it is after its source has loaded the correction. */
async function closed(task: MadeTask = aSlip(), resolution = "corrected"): Promise<MadeTask> {
  await owner.query(
    "update task set state = 'closed', force = 'system', resolution = $2, closed_at = now() where id = $1",
    [task.id, resolution],
  );
  return task;
}

const reopen = (officer: Station["health"], task: MadeTask) =>
  reopenTask.as(officer, { taskId: task.id, version: task.version, comment });

describe("a closed task", () => {
  it.each(["health", "police", "coordinator"] as const)(
    "is opened again by %s, and is with the force of its rule at once",
    async (role) => {
      const task = await closed();
      expect(await reopen(station[role], task)).toMatchObject({
        ok: true,
        data: { state: "correcting", version: task.version + 2 },
      });
      expect(await taskNow(owner, task.id)).toMatchObject({
        state: "correcting",
        resolution: null,
        assigneeId: station.health.officerId,
      });
      const { rows } = await owner.query(
        `select event, by_owner, comment from task_event where task_id = $1 order by version desc limit 2`,
        [task.id],
      );
      expect(rows).toEqual([
        { event: "assign", by_owner: "system", comment: null },
        { event: "reopen", by_owner: role, comment },
      ]);
    },
  );

  it("goes to police where police had it first, with nothing confirmed", async () => {
    const [task] = await makeTasks(owner, station, [OTHER_NAME]);
    if (!task) throw new Error("no task");
    await owner.query(`update task set confirmed = '{"fullName": "A"}' where id = $1`, [task.id]);
    await closed(task);
    await reopen(station.health, task);
    const { rows } = await owner.query("select state, confirmed from task where id = $1", [
      task.id,
    ]);
    expect(rows).toEqual([{ state: "verifying", confirmed: null }]);
  });

  it("can be worked on to its end again", async () => {
    const task = await closed();
    const opened = await reopen(station.health, task);
    if (!opened.ok) throw new Error("not opened");
    const { version } = opened.data;
    const sent = await submitTask.as(station.health, {
      taskId: task.id,
      version,
      personId: task.personId,
      choices: { fullName: { choice: "registry" } },
    });
    expect(sent).toMatchObject({ ok: true, data: { state: "publishing" } });
  });

  it("is refused while another task of the record is open, and the other way round", async () => {
    const task = await closed();
    await owner.query(
      `insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, effort, due_on)
       select gen_random_uuid(), record_id, unit_id, unit_path, 'correcting', 'health', 'health', rule, main_class,
         effort, due_on from task where id = $1`,
      [task.id],
    );
    expect(await reopen(station.health, task)).toMatchObject({
      error: { code: "RULE", reason: "anotherOpen" },
    });
    const two = await closed();
    const both = await Promise.all([reopen(station.health, two), reopen(station.police, two)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it.each([
    ["duplicate", "closedForGood"],
    ["withdrawn", "onlyCoordinator"],
  ])("that was closed as %s stays closed", async (resolution, reason) => {
    const [made] = await makeTasks(owner, station, [SLIP]);
    if (!made) throw new Error("no task");
    const task = await closed(made, resolution);
    expect(await reopen(station.health, task)).toMatchObject({
      error: { code: "RULE", reason },
    });
    // Who may withdraw it may also say that it was a mistake.
    expect(await reopen(station.coordinator, task)).toMatchObject({
      ok: resolution === "withdrawn",
    });
  });
});

it("needs a reason, and a task that is closed and in the officer's area", async () => {
  const [task] = await makeTasks(owner, station, [SLIP]);
  if (!task) throw new Error("no task");
  expect(await reopen(station.health, task)).toMatchObject({ error: { code: "RULE" } });
  await closed(task);
  const wordless = { taskId: task.id, version: task.version, comment: " " };
  expect(await reopenTask.as(station.health, wordless)).toMatchObject({
    error: { code: "INVALID" },
  });
  expect(await reopen(elsewhere.health, task)).toMatchObject({ error: { code: "NOT_FOUND" } });
});
