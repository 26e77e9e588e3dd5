import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { makeOfficer } from "@/prisma/factories/communes";
import { nextWorkingDay } from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeConfirmed,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  type Station,
  signList,
  taskNow,
} from "@/prisma/factories/tasks";
import { assignTasks } from "./assign";
import { returnTask } from "./correct";
import { holdTask, resumeTask } from "./hold";
import { reopenTask } from "./reopen";
import { reportSystem } from "./report";
import { getTask } from "./task-row";
import { undoTask } from "./undo";
import { confirmTask, rejectCandidate } from "./verify";

const owner = ownerClient();
let station: Station;
let aSlip: () => MadeTask;
let anOther: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const slips = await makeTasks(owner, station, Array(6).fill(SLIP));
  const others = await makeTasks(owner, station, Array(7).fill(OTHER_NAME));
  aSlip = oneByOne(slips);
  anOther = oneByOne(others);
});
afterAll(() => owner.end());

const comment = "Cần xem lại";
const TAKE = { fullName: { choice: "registry" } };

/** Everything that a task's row holds but for how often and when it was touched. */
async function rowOf(taskId: string) {
  const { rows } = await owner.query("select * from task where id = $1", [taskId]);
  const { version, state_since, moved_by_id, before, lease_by_id, lease_until, ...rest } = rows[0];
  return rest;
}

async function lastEvent(taskId: string) {
  const { rows } = await owner.query(
    "select event, by_owner, to_state from task_event where task_id = $1 order by version desc limit 1",
    [taskId],
  );
  return rows[0];
}

type Step = (of: { taskId: string; version: number; personId: string }) => Promise<unknown>;

/** Takes the step, takes it back, and compares the rows. */
async function thereAndBack(task: MadeTask, officer: "police" | "health", take: Step) {
  const before = await rowOf(task.id);
  const { version } = await taskNow(owner, task.id);
  expect(await take({ taskId: task.id, version, personId: task.personId })).toMatchObject({
    ok: true,
  });
  expect(await rowOf(task.id)).not.toEqual(before);
  const undone = await undoTask.as(station[officer], {
    taskId: task.id,
    version: (await taskNow(owner, task.id)).version,
  });
  expect(undone).toMatchObject({ ok: true, data: { state: before.state } });
  expect(await rowOf(task.id)).toEqual(before);
  expect(await lastEvent(task.id)).toEqual({
    event: "undo",
    by_owner: officer,
    to_state: before.state,
  });
}

/** As if the last step lay eleven seconds and the grace of two further back. */
const wait = (taskId: string) =>
  owner.query("update task set state_since = state_since - interval '13 seconds' where id = $1", [
    taskId,
  ]);

describe("a single step, within ten seconds", () => {
  it("a confirmation: nothing is confirmed any more", () =>
    thereAndBack(anOther(), "police", (of) =>
      confirmTask.as(station.police, { ...of, choices: TAKE }),
    ));

  it("a report: the centre is asked nothing", async () => {
    const task = aSlip();
    const report = { reason: "right_refused", expected: "same_person_name_harmless" };
    await thereAndBack(task, "health", (of) =>
      reportSystem.as(station.health, { ...of, ...report }),
    );
    const { rows } = await owner.query("select state from system_report where task_id = $1", [
      task.id,
    ]);
    expect(rows).toEqual([{ state: "withdrawn" }]);
  });

  it("a hold and what ends it", async () => {
    const task = aSlip();
    const until = await nextWorkingDay(owner);
    const hold: Step = (of) => holdTask.as(station.health, { ...of, until, comment });
    await thereAndBack(task, "health", hold);
    const { version } = await taskNow(owner, task.id);
    await hold({ taskId: task.id, version, personId: "" });
    await thereAndBack(task, "health", (of) => resumeTask.as(station.health, of));
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "waiting", force: "health" });
  });

  it("a return: it is not unread and does not count", async () => {
    const made = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices: TAKE });
    await thereAndBack(made, "health", (of) => returnTask.as(station.health, { ...of, comment }));
  });

  it("an opening of a closed task: it is closed as it was, with what was confirmed", async () => {
    const task = aSlip();
    await owner.query(
      `update task set state = 'closed', force = 'system', resolution = 'corrected', closed_at = now(), returns = 2,
         assignee_id = null, due_on = '2026-01-05', confirmed = '{"fullName": "A"}' where id = $1`,
      [task.id],
    );
    for (const officer of ["health", "police"] as const) {
      await thereAndBack(task, officer, (of) =>
        reopenTask.as(station[officer], { ...of, comment }),
      );
    }
  });

  it("a rejection: that person is proposed again", async () => {
    const task = anOther();
    const proposed = async () =>
      (
        await owner.query(
          `select c.person_id from record r join match_candidate c on c.result_id = r.match_result_id
           where r.id = $1`,
          [task.recordId],
        )
      ).rows.map((row) => row.person_id);
    expect(await proposed()).toContain(task.personId);
    const { version } = await taskNow(owner, task.id);
    const of = { taskId: task.id, version, personId: task.personId };
    const rejected = await rejectCandidate.as(station.police, of);
    expect(await proposed()).not.toContain(task.personId);
    if (!rejected.ok) throw new Error("not rejected");
    const { version: now } = rejected.data;
    await undoTask.as(station.police, { taskId: task.id, version: now });
    expect(await proposed()).toContain(task.personId);
    const left = await owner.query("select 1 from not_a_match where record_id = $1", [
      task.recordId,
    ]);
    expect(left.rows).toEqual([]);
  });
});

describe("is refused", () => {
  async function confirmed(): Promise<{ task: MadeTask; version: number }> {
    const task = anOther();
    const { id: taskId, version, personId } = task;
    await confirmTask.as(station.police, { taskId, version, personId, choices: TAKE });
    return { task, version: (await taskNow(owner, taskId)).version };
  }

  it("after ten seconds", async () => {
    const { task, version } = await confirmed();
    await wait(task.id);
    const refused = await undoTask.as(station.police, { taskId: task.id, version });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "justNow" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "handover", version });
  });

  it("of what the system gave out later, by itself", async () => {
    const task = aSlip();
    const { id: taskId, version } = task;
    await owner.query(
      "update task set state = 'closed', force = 'system', resolution = 'corrected' where id = $1",
      [taskId],
    );
    // While its residence is not settled it stays where opening it has brought it.
    const residence = (status: string) =>
      owner.query("update record set residence_status = $2 where id = $1", [task.recordId, status]);
    await residence("split");
    const opened = await reopenTask.as(station.health, { taskId, version, comment });
    expect(opened).toMatchObject({ ok: true, data: { state: "new" } });
    await residence("resolved");
    await transaction(scopeOf(station.coordinator), async ({ sql }) =>
      assignTasks(sql, [await getTask(sql, taskId)], station.coordinator),
    );
    const now = await taskNow(owner, taskId);
    expect(now.state).toBe("correcting");
    const refused = await undoTask.as(station.health, { taskId, version: now.version });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "justNow" } });
  });

  it("to anybody but whoever took the step", async () => {
    const { task, version } = await confirmed();
    const colleague = await makeOfficer(owner, { role: "police", unit: station.commune });
    for (const officer of [colleague, station.coordinator, station.health]) {
      const refused = await undoTask.as(officer, { taskId: task.id, version });
      expect(refused, officer.role).toMatchObject({ ok: false, error: { code: "RULE" } });
    }
    const stranger = await makeStation(owner);
    const unseen = await undoTask.as(stranger.police, { taskId: task.id, version });
    expect(unseen).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("twice: of two at once one gets it, and there is nothing to take back after it", async () => {
    const { task, version } = await confirmed();
    const undo = () => undoTask.as(station.police, { taskId: task.id, version });
    const both = await Promise.all([undo(), undo()]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: "CONFLICT" } });
    const again = { taskId: task.id, version: version + 1 };
    expect(await undoTask.as(station.police, again)).toMatchObject({
      error: { code: "RULE", reason: "justNow" },
    });
  });

  it("for what is on a signed list", async () => {
    const { task, version } = await confirmed();
    await signList(station);
    const refused = await undoTask.as(station.police, { taskId: task.id, version });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "alreadyListed" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "handover", version });
  });
});
