import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  SLIP,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { askFor, makeOffer, seenBy, TRANSFER_REASON } from "@/prisma/factories/transfers";
import { submitTask } from "./correct";
import { getTaskDetail } from "./detail";
import { recallTransfer } from "./transfer";
import { acceptTransfer } from "./transfer-answer";
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

/** Folded figures of a commune by kind and state. */
async function figuresOf({ commune }: Station): Promise<Record<string, number>> {
  await owner.query("select fold_progress()");
  const { rows } = await owner.query(
    `select kind || ' ' || state as what, sum(people)::int as n from progress_count
     where unit_path = $1 and grain = 'own' and kind in ('record', 'task') group by 1 having sum(people) <> 0`,
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
