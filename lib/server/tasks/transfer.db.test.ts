import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";
import { getTaskDetail } from "./detail";
import { askTransfer, recallTransfer } from "./transfer";
import { acceptTransfer, refuseTransfer } from "./transfer-answer";
import { listTransfers } from "./transfer-queries";
import { undoTask } from "./undo";

const owner = ownerClient();
let here: Station;
let there: Station;
let third: Station;
beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  there = await makeStation(owner);
  third = await makeStation(owner);
});
afterAll(() => owner.end());

const comment = "Người này đã chuyển về xã khác";
type Officer = Station["health"];

async function ask(task: MadeTask, officer: Officer = here.health, unitId = there.commune.id) {
  const { version } = await taskNow(owner, task.id);
  return askTransfer.as(officer, { taskId: task.id, version, comment, unitId });
}

/** The offer of a task, as if it had been made a minute ago. */
async function offerOf(task: MadeTask): Promise<string> {
  const { rows } = await owner.query(
    `update transfer set asked_at = asked_at - interval '1 minute' where task_id = $1 and state = 'asked'
     returning id`,
    [task.id],
  );
  return rows[0]?.id;
}

/** A task that has been offered to the other commune. */
async function offered(wish: Wish = SLIP): Promise<{ task: MadeTask; transferId: string }> {
  const task = await makeTask(owner, here, wish);
  const officer = task.state === "verifying" ? here.police : here.health;
  expect(await ask(task, officer)).toMatchObject({ ok: true, data: { state: "transferring" } });
  return { task, transferId: await offerOf(task) };
}

const seenBy = (officer: Officer, { id }: MadeTask) =>
  transaction(scopeOf(officer), async ({ sql }) => {
    const rows = await sql<{ tasks: number; records: number; doses: number }>(
      `select (select count(*)::int from task where id = $1) as tasks,
         (select count(*)::int from record r join task t on t.record_id = r.id where t.id = $1) as records,
         (select count(*)::int from dose d join task t on t.record_id = d.record_id where t.id = $1) as doses`,
      [id],
    );
    return rows[0];
  });

/** Folded figures of a commune by kind and state. */
async function figuresOf({ commune }: Station): Promise<Record<string, number>> {
  await owner.query("select fold_progress()");
  const { rows } = await owner.query(
    `select kind || ' ' || state as what, sum(people)::int as n from progress_count
     where unit_path = $1 group by 1 having sum(people) <> 0`,
    [commune.path],
  );
  return Object.fromEntries(rows.map((row) => [row.what, row.n]));
}

describe("an offer", () => {
  it("shows the asked unit what it needs to decide, and a third one nothing", async () => {
    const { task, transferId } = await offered({ record: { ...SLIP.record, address: "Ấp 9" } });
    for (const officer of [there.health, there.police, there.coordinator]) {
      const { offers } = await listTransfers.as(officer);
      expect(offers.find(({ id }) => id === transferId)).toMatchObject({
        fullName: SLIP.record?.fullName,
        address: "Ấp 9",
        reason: comment,
        askedByName: here.health.fullName,
        fromName: here.commune.name,
      });
      expect(await seenBy(officer, task)).toEqual({ tasks: 0, records: 0, doses: 0 });
    }
    for (const officer of [third.health, third.coordinator, here.health]) {
      const { offers } = await listTransfers.as(officer);
      expect(offers.map(({ id }) => id)).not.toContain(transferId);
    }
    const rows = await transaction(scopeOf(third.health), ({ sql }) =>
      sql("select id from transfer where id = $1", [transferId]),
    );
    expect(rows).toEqual([]);
    const team = await makeOfficer(owner, {
      role: "hamlet",
      unit: there.commune,
      hamlet: await makeHamlet(owner, there.commune),
    });
    expect((await listTransfers.as(team)).offers).toEqual([]);
  });

  it("is not seen or answered within the ten seconds in which it can be taken back", async () => {
    const task = await makeTask(owner, here, SLIP);
    await ask(task);
    const { rows } = await owner.query("select id from transfer where task_id = $1", [task.id]);
    const transferId = rows[0]?.id;
    expect((await listTransfers.as(there.health)).offers.map(({ id }) => id)).not.toContain(
      transferId,
    );
    const early = await acceptTransfer.as(there.health, { transferId });
    expect(early).toMatchObject({ error: { code: "CONFLICT", reason: "offerGone" } });
    const { version } = await taskNow(owner, task.id);
    expect(await undoTask.as(here.health, { taskId: task.id, version })).toMatchObject({
      ok: true,
    });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting", force: "health" });
    expect((await listTransfers.as(here.health)).asked.map(({ id }) => id)).not.toContain(
      transferId,
    );
  });

  it("is made to a commune of today other than one's own", async () => {
    const task = await makeTask(owner, here, SLIP);
    const refused = { error: { code: "RULE" } };
    expect(await ask(task, here.health, here.commune.id)).toMatchObject(refused);
    expect(await ask(task, here.health, there.commune.province.id)).toMatchObject(refused);
    expect(await ask(task, here.police)).toMatchObject({ error: { reason: "wrongForce" } });
    expect(await ask(task, third.health)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting" });
  });
});

describe("taking over", () => {
  it("moves the record with all that hangs on it, and the figures with it", async () => {
    const before = [await figuresOf(here), await figuresOf(there)];
    const { task, transferId } = await offered();
    const { rows: doses } = await owner.query("select id from dose where record_id = $1", [
      task.recordId,
    ]);
    const accepted = await acceptTransfer.as(there.health, { transferId });
    expect(accepted).toMatchObject({ ok: true, data: { state: "correcting" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ assigneeId: there.health.officerId });
    expect(await seenBy(there.health, task)).toEqual({
      tasks: 1,
      records: 1,
      doses: doses.length,
    });
    for (const officer of [here.health, here.coordinator, third.health]) {
      expect(await seenBy(officer, task)).toEqual({ tasks: 0, records: 0, doses: 0 });
    }
    expect(await figuresOf(here)).toEqual(before[0]);
    expect(await figuresOf(there)).toEqual({
      ...before[1],
      "record worked": (before[1]?.["record worked"] ?? 0) + 1,
      "task correcting": (before[1]?.["task correcting"] ?? 0) + 1,
    });
  });

  it("brings the history along, names included, and is worked on to its end", async () => {
    const { task, transferId } = await offered();
    await acceptTransfer.as(there.police, { transferId });
    const detail = await getTaskDetail.as(there.health, task.id);
    expect(detail.history.map(({ event, name }) => [event, name])).toEqual([
      ["assign", null],
      ["transfer", here.health.fullName],
      ["accept", there.police.fullName],
      ["assign", null],
    ]);
    expect(detail.candidates.map(({ personId }) => personId)).toEqual([task.personId]);
    const sent = await submitTask.as(there.health, {
      taskId: task.id,
      version: detail.version,
      personId: task.personId,
      choices: { fullName: { choice: "registry" } },
    });
    expect(sent).toMatchObject({ ok: true, data: { state: "publishing" } });
  });

  it("settles the residence, and the hamlet by the address", async () => {
    const hamlet = await makeHamlet(owner, there.commune, "Ấp 77");
    const { task, transferId } = await offered({
      record: { ...SLIP.record, address: "Số 5, Ấp 77" },
    });
    await owner.query("update record set residence_status = 'elsewhere' where id = $1", [
      task.recordId,
    ]);
    await acceptTransfer.as(there.coordinator, { transferId });
    const { rows } = await owner.query(
      `select r.residence_status, r.hamlet_id as record, t.hamlet_id as task
       from record r join task t on t.record_id = r.id where t.id = $1`,
      [task.id],
    );
    expect(rows).toEqual([{ residence_status: "resolved", record: hamlet.id, task: hamlet.id }]);
  });

  it("is done by one of two, and by nobody else's officer", async () => {
    const { transferId } = await offered();
    for (const officer of [third.health, third.coordinator, here.health, here.coordinator]) {
      expect(await acceptTransfer.as(officer, { transferId })).toMatchObject({
        error: { code: "CONFLICT", reason: "offerGone" },
      });
    }
    const both = await Promise.all([
      acceptTransfer.as(there.health, { transferId }),
      acceptTransfer.as(there.police, { transferId }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: "CONFLICT" } });
  });

  it("or a recall: one of the two when both are asked for at once", async () => {
    const { task, transferId } = await offered();
    const { version } = await taskNow(owner, task.id);
    const [accepted, recalled] = await Promise.all([
      acceptTransfer.as(there.health, { transferId }),
      recallTransfer.as(here.health, { taskId: task.id, version }),
    ]);
    expect([accepted.ok, recalled.ok].filter(Boolean)).toHaveLength(1);
    const { rows } = await owner.query("select unit_id from record where id = $1", [task.recordId]);
    expect(rows[0]?.unit_id).toBe(accepted.ok ? there.commune.id : here.commune.id);
  });
});

describe("refusing", () => {
  it("sends it back to whoever asked, with a reason that has to be read", async () => {
    const { task, transferId } = await offered(OTHER_NAME);
    const none = await refuseTransfer.as(there.police, { transferId, comment: "" });
    expect(none).toMatchObject({ error: { code: "INVALID" } });
    const why = "Xã chúng tôi không có người này";
    const outside = await refuseTransfer.as(third.police, { transferId, comment: why });
    expect(outside).toMatchObject({ error: { reason: "offerGone" } });
    expect(await refuseTransfer.as(there.police, { transferId, comment: why })).toMatchObject({
      ok: true,
    });
    const { rows } = await owner.query(
      "select state, assignee_id, unread_return, last_comment, unit_id from task where id = $1",
      [task.id],
    );
    expect(rows).toEqual([
      {
        state: "verifying",
        assignee_id: here.police.officerId,
        unread_return: true,
        last_comment: why,
        unit_id: here.commune.id,
      },
    ]);
    const { asked } = await listTransfers.as(here.police);
    expect(asked.find(({ id }) => id === transferId)).toMatchObject({
      state: "refused",
      answer: why,
      answeredByName: there.police.fullName,
    });
    expect(await seenBy(there.police, task)).toEqual({ tasks: 0, records: 0, doses: 0 });
  });

  it("is taken back by whoever refused, within ten seconds", async () => {
    const { task, transferId } = await offered();
    await refuseTransfer.as(there.health, { transferId, comment });
    const { version } = await taskNow(owner, task.id);
    const undo = (officer: Officer) => undoTask.as(officer, { taskId: task.id, version });
    expect(await undo(there.police)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await undo(here.health)).toMatchObject({ error: { reason: "justNow" } });
    expect(await undo(there.health)).toMatchObject({ ok: true });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "transferring" });
    expect(await acceptTransfer.as(there.health, { transferId })).toMatchObject({ ok: true });
  });
});

it("is recalled by the unit that asked, and due as much later as it lay with the other", async () => {
  const { task, transferId } = await offered();
  await owner.query(
    "update task set clock_stopped_at = clock_stopped_at - interval '14 days' where id = $1",
    [task.id],
  );
  const dueOn = async () =>
    (await owner.query("select due_on::text from task where id = $1", [task.id])).rows[0].due_on;
  const due = await dueOn();
  const { version } = await taskNow(owner, task.id);
  const recall = (officer: Officer) => recallTransfer.as(officer, { taskId: task.id, version });
  expect(await recall(there.health)).toMatchObject({ error: { code: "NOT_FOUND" } });
  expect(await recall(here.health)).toMatchObject({ data: { state: "correcting" } });
  const days = (Date.parse(await dueOn()) - Date.parse(due)) / 86_400_000;
  expect(days).toBe(14);
  expect(await acceptTransfer.as(there.health, { transferId })).toMatchObject({
    error: { reason: "offerGone" },
  });
});

it("a record that lives elsewhere is offered by the coordinator before anybody has it", async () => {
  const task = await makeTask(owner, here, SLIP);
  const { id, path } = here.commune.province;
  await owner.query(
    "update record set residence_status = 'elsewhere', unit_id = $2, unit_path = $3 where id = $1",
    [task.recordId, id, path],
  );
  await owner.query(
    "update task set state = 'new', force = 'system', assignee_id = null, unit_id = $2, unit_path = $3 where id = $1",
    [task.id, id, path],
  );
  expect(await ask(task, here.coordinator)).toMatchObject({ ok: true });
  const first = await offerOf(task);
  await refuseTransfer.as(there.health, { transferId: first, comment });
  expect(await taskNow(owner, task.id)).toMatchObject({ state: "new", force: "system" });
  expect(await ask(task, here.coordinator)).toMatchObject({ ok: true });
  const transferId = await offerOf(task);
  expect(await acceptTransfer.as(there.health, { transferId })).toMatchObject({
    data: { state: "correcting" },
  });
});
