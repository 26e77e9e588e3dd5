import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import {
  handOver,
  type MadeTask,
  makeConfirmed,
  makeStation,
  OTHER_NAME,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { returnTask } from "./correct";
import { directTask } from "./direct";
import { listEscalated } from "./escalated";
import { readReturn } from "./read-return";
import { undoTask } from "./undo";
import { confirmTask } from "./verify";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
});
afterAll(() => owner.end());

const CHOICES = { fullName: { choice: "registry" } };
const comment = "Năm sinh trên giấy tờ khác";
const at = async (task: MadeTask) => ({
  taskId: task.id,
  version: (await taskNow(owner, task.id)).version,
});

const giveBack = async (task: MadeTask) =>
  returnTask.as(station.health, { ...(await at(task)), comment });

async function confirmAgain(task: MadeTask): Promise<void> {
  await readReturn.as(station.police, await at(task));
  const done = await confirmTask.as(station.police, {
    ...(await at(task)),
    personId: task.personId,
    choices: CHOICES,
  });
  if (!done.ok) throw new Error(`not confirmed: ${done.error.reason}`);
  await handOver(station);
}

/** A task that came back three times. */
async function escalated(): Promise<MadeTask> {
  const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices: CHOICES });
  for (let turn = 1; turn <= 3; turn += 1) {
    expect(await giveBack(task)).toMatchObject({ ok: true });
    if (turn < 3) await confirmAgain(task);
  }
  return task;
}

const idsOf = async (officer: Station["coordinator"]) =>
  (await listEscalated.as(officer)).map(({ id }) => id);

describe("a task that came back three times", () => {
  let task: MadeTask;
  beforeAll(async () => {
    task = await escalated();
  });

  it("is on the list of the level above, with every word that was said", async () => {
    const list = await listEscalated.as(station.coordinator);
    const line = list.find(({ id }) => id === task.id);
    expect(line).toMatchObject({ returns: 3, state: "verifying" });
    expect(line?.said.map(({ event, part, name }) => ({ event, part, name }))).toEqual(
      Array(3).fill({ event: "return", part: "health", name: station.health.fullName }),
    );
    expect(await idsOf(elsewhere.coordinator)).not.toContain(task.id);
    await expect(listEscalated.as(station.police)).rejects.toThrow("FORBIDDEN");
  });

  it("is worked on, but not returned a fourth time", async () => {
    await confirmAgain(task);
    expect(await giveBack(task)).toMatchObject({ error: { reason: "notEscalated" } });
    expect(await idsOf(station.coordinator)).toContain(task.id);
  });

  it("goes where the level above says, to whoever had it there, and may come back again", async () => {
    const words = { comment: "Lấy theo giấy khai sinh" };
    const none = await directTask.as(station.coordinator, { ...(await at(task)), ...words });
    expect(none).toMatchObject({ error: { code: "INVALID", fields: { force: {} } } });
    const input = { ...(await at(task)), ...words, force: "police" };
    const strange = await directTask.as(elsewhere.coordinator, input);
    expect(strange).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await directTask.as(station.police, input)).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
    const directed = await directTask.as(station.coordinator, input);
    expect(directed).toMatchObject({ ok: true, data: { state: "verifying" } });
    const { rows } = await owner.query(
      "select returns, escalated_at, unread_return, last_comment, assignee_id from task where id = $1",
      [task.id],
    );
    expect(rows).toEqual([
      {
        returns: 0,
        escalated_at: null,
        unread_return: true,
        last_comment: words.comment,
        assignee_id: station.police.officerId,
      },
    ]);
    expect(await idsOf(station.coordinator)).not.toContain(task.id);
    await confirmAgain(task);
    expect(await giveBack(task)).toMatchObject({ ok: true });
  });
});

describe("a direction", () => {
  it("is given once, and can be taken back within ten seconds", async () => {
    const task = await escalated();
    const input = { ...(await at(task)), comment: "Trạm y tế sửa giúp", force: "health" };
    const both = await Promise.all([
      directTask.as(station.coordinator, input),
      directTask.as(station.coordinator, input),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting" });
    expect(await undoTask.as(station.coordinator, await at(task))).toMatchObject({ ok: true });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying" });
    expect(await idsOf(station.coordinator)).toContain(task.id);
  });

  it("is for what has come back often enough", async () => {
    const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices: CHOICES });
    const refused = await directTask.as(station.coordinator, {
      ...(await at(task)),
      comment,
      force: "police",
    });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "escalated" } });
  });

  it("comes as early as the installation has set it", async () => {
    await owner.query(`insert into setting (name, value) values ('returnsToEscalate', '2')`);
    try {
      const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices: CHOICES });
      await giveBack(task);
      expect(await idsOf(station.coordinator)).not.toContain(task.id);
      await confirmAgain(task);
      await giveBack(task);
      expect(await idsOf(station.coordinator)).toContain(task.id);
    } finally {
      await owner.query("delete from setting where name = 'returnsToEscalate'");
    }
  });
});
