import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { makeHamlet } from "@/prisma/factories/communes";
import { laterBy } from "@/prisma/factories/days";
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
import { askFor, makeOffer, offerOf, seenBy, TRANSFER_REASON } from "@/prisma/factories/transfers";
import { submitTask } from "./correct";
import { recallTransfer } from "./transfer";
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

const comment = TRANSFER_REASON;
type Officer = Station["health"];
const offered = (wish?: Wish) => makeOffer(owner, { from: here, to: there, wish });
const ask = (task: MadeTask, officer: Officer = here.health, unitId = there.commune.id) =>
  askFor(owner, task, { officer, unitId });

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

describe("accepting", () => {
  /** Everything of the record and its task but how often and when they were touched. */
  async function rowsOf(task: MadeTask) {
    const { rows } = await owner.query(
      "select to_jsonb(t) as task, to_jsonb(r) as record from task t join record r on r.id = t.record_id where t.id = $1",
      [task.id],
    );
    const { version, state_since, moved_by_id, before, ...left } = rows[0].task;
    const { version: _, updated_at, ...record } = rows[0].record;
    return { task: left, record };
  }

  it("is taken back by whoever accepted, within ten seconds: everything is where it was", async () => {
    await makeHamlet(owner, here.commune, "Ấp 31");
    const hamlet = await makeHamlet(owner, there.commune, "Ấp 31");
    const { task, transferId } = await offered({
      record: { ...SLIP.record, address: "Số 5, Ấp 31" },
    });
    const before = await rowsOf(task);
    expect(await acceptTransfer.as(there.health, { transferId })).toMatchObject({ ok: true });
    expect((await rowsOf(task)).record).toMatchObject({
      unit_id: there.commune.id,
      hamlet_id: hamlet.id,
    });
    const { version } = await taskNow(owner, task.id);
    const undo = (officer: Officer) => undoTask.as(officer, { taskId: task.id, version });
    expect(await undo(here.health)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await undo(there.police)).toMatchObject({ error: { reason: "justNow" } });
    expect(await undo(there.health)).toMatchObject({ data: { state: "transferring" } });
    expect(await rowsOf(task)).toEqual(before);
    expect(await seenBy(there.health, task)).toEqual({ tasks: 0, records: 0, doses: 0 });
    expect(await seenBy(here.health, task)).toMatchObject({ tasks: 1, records: 1 });
    const { offers } = await listTransfers.as(there.police);
    expect(offers.map(({ id }) => id)).toContain(transferId);
    expect(await acceptTransfer.as(there.police, { transferId })).toMatchObject({ ok: true });
  });

  it("stays after ten seconds, and once the new unit has gone on", async () => {
    const late = await offered();
    await acceptTransfer.as(there.health, { transferId: late.transferId });
    await owner.query(
      "update task set state_since = state_since - interval '13 seconds' where id = $1",
      [late.task.id],
    );
    const gone = await offered();
    await acceptTransfer.as(there.health, { transferId: gone.transferId });
    const { version } = await taskNow(owner, gone.task.id);
    await submitTask.as(there.health, { taskId: gone.task.id, version, choices: {} });
    for (const { task } of [late, gone]) {
      const of = { taskId: task.id, version: (await taskNow(owner, task.id)).version };
      expect(await undoTask.as(there.health, of)).toMatchObject({ error: { reason: "justNow" } });
      expect(await seenBy(there.health, task)).toMatchObject({ tasks: 1, records: 1 });
    }
  });

  it("gives nothing back to anybody but by that command", async () => {
    const { task, transferId } = await offered();
    await acceptTransfer.as(there.health, { transferId });
    for (const officer of [there.health, there.police, here.health, third.health]) {
      const [row] = await transaction(scopeOf(officer), ({ sql }) =>
        sql<{ back: boolean }>("select give_back_offer($1) as back", [task.id]),
      );
      expect(row?.back).toBe(false);
    }
    expect(await seenBy(there.health, task)).toMatchObject({ tasks: 1 });
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
  expect(await dueOn()).toBe(await laterBy(owner, due, 14));
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
  const first = await offerOf(owner, task);
  await refuseTransfer.as(there.health, { transferId: first, comment });
  expect(await taskNow(owner, task.id)).toMatchObject({ state: "new", force: "system" });
  expect(await ask(task, here.coordinator)).toMatchObject({ ok: true });
  const transferId = await offerOf(owner, task);
  expect(await acceptTransfer.as(there.health, { transferId })).toMatchObject({
    data: { state: "correcting" },
  });
});
