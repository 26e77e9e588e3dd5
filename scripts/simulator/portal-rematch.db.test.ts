import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callFunction } from "@/lib/server/core/db";
import { rematchJob } from "@/lib/server/jobs/rematch";
import { submitTask } from "@/lib/server/tasks/correct";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { undoTask } from "@/lib/server/tasks/undo";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeConfirmed,
  makeStation,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { PortalRegistry } from "./portal.fixture";

const owner = ownerClient();
const registry = new PortalRegistry();
let station: Station;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
beforeEach(() => registry.connect());
afterEach(() => registry.end());
afterAll(() => owner.end());

const WRONG = "Trần Văn Nam";
const RIGHT = "Lê Thị Đúng";

/** A record that the registry does not confirm; police have found the name, health has the task. */
function makeWrong(): Promise<MadeTask> {
  const wish = { record: { fullName: WRONG }, person: null };
  return makeConfirmed(owner, station, {
    wish,
    choices: { fullName: { choice: "edit", value: RIGHT } },
  });
}

async function recordOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select full_name as "fullName", to_char(birth_date, 'DD/MM/YYYY') as "birthDate", id_number as "idNumber",
       sex, outcome from record where id = $1`,
    [recordId],
  );
  return rows[0];
}

/** Health takes what police have confirmed and sends. */
function send({ id: taskId, version }: MadeTask) {
  const choices = { fullName: { choice: "registry" } };
  return submitTask.as(station.health, { taskId, version, personId: null, choices });
}

const work = ({ recordId }: MadeTask) =>
  rematchJob({ recordId, officerId: station.health.officerId });

const waiting = async () =>
  (await callFunction<{ id: string }>("select * from unfinished_rematches(0)", [])).map(
    (one) => one.id,
  );

describe("a record that was corrected, with the registry behind a gateway", () => {
  it("waits for the answer; right goes on to the source", async () => {
    const task = await makeWrong();
    registry.register({ ...(await recordOf(task)), fullName: RIGHT });
    const sent = await send(task);
    expect(sent).toMatchObject({ ok: true, data: { state: "rematching" } });
    expect(await waiting()).toContain(task.recordId);
    await work(task);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "publishing" });
    expect(await recordOf(task)).toMatchObject({ fullName: RIGHT, outcome: "matched" });
    expect(await waiting()).not.toContain(task.recordId);
  });

  it("comes back to the sender when the answer is wrong", async () => {
    const task = await makeWrong();
    await send(task);
    await work(task);
    const now = await taskNow(owner, task.id);
    expect(now).toMatchObject({ state: "correcting", assigneeId: station.health.officerId });
    expect(await recordOf(task)).toMatchObject({ outcome: "unmatched" });
  });

  it("goes on waiting while the gateway is down, and is settled once", async () => {
    const task = await makeWrong();
    registry.register({ ...(await recordOf(task)), fullName: RIGHT });
    await registry.close();
    await send(task);
    await work(task);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "rematching" });
    expect(await waiting()).toContain(task.recordId);
    await registry.connect();
    await work(task);
    await work(task);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "publishing" });
  });

  it("is asked about again after it was taken back", async () => {
    const task = await makeWrong();
    registry.register({ ...(await recordOf(task)), fullName: RIGHT });
    await send(task);
    await work(task);
    const { version } = await taskNow(owner, task.id);
    const undone = await undoTask.as(station.health, { taskId: task.id, version });
    expect(undone.ok).toBe(true);
    await work(task);
    expect(await recordOf(task)).toMatchObject({ fullName: WRONG, outcome: "unmatched" });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting" });
  });
});

describe("the task's page", () => {
  it("says what the registry was asked last and what it answered, numbers masked", async () => {
    const task = await makeWrong();
    const { asked } = await getTaskDetail.as(station.health, task.id);
    const { idNumber } = await recordOf(task);
    expect(asked?.answers.length).toBeGreaterThanOrEqual(1);
    expect(asked?.answers[0]).toMatchObject({ kinds: [], fullName: WRONG, answer: false });
    expect(JSON.stringify(asked)).not.toContain(idNumber);
    expect(asked?.answers[0]?.idNumber).toBe(`${idNumber.slice(0, 4)}****${idNumber.slice(-4)}`);
  });
});
