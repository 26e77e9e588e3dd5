import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { at, countLines, makeScene } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";
import { listProgressLines } from "./lines";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("a list", () => {
  it("pages by key without losing or repeating a line, and says how many there are", async () => {
    const scene = await makeScene(owner);
    const unit = at(scene.places, 0);
    for (let i = 0; i < 120; i++) await addRecord(owner, { batchId: scene.batchId, unit });
    expect(await countLines(scene.leader, { records: "total" })).toBe(120);
    const page = await listProgressLines.as(scene.leader, { records: "notCompared" });
    expect([page.lines.length, page.amount?.people]).toEqual([50, 120]);
  });

  it("finds what is late by the clock", async () => {
    const scene = await makeScene(owner);
    const unit = at(scene.places, 0);
    const late = [{ dueIn: -1 }, { dueIn: 0 }, { standing: 11 }, { standing: 9 }];
    for (const wish of late) {
      const recordId = await addRecord(owner, { batchId: scene.batchId, unit });
      await addTask(owner, { recordId, unit, state: "verifying", force: "police", ...wish });
    }
    const { lateness } = await getProgress.as(scene.leader, undefined);
    expect(lateness).toEqual({ overdue: 1, stuck: 1, starving: 1 });
    expect(await countLines(scene.leader, { late: "overdue" })).toBe(1);
    expect(await countLines(scene.leader, { late: "stuck" })).toBe(1);
    expect(await countLines(scene.leader, { late: "starving" })).toBe(1);
  });
});

it("counts how many went from step to step in a week, to the end too", async () => {
  const scene = await makeScene(owner);
  const unit = at(scene.places, 0);
  const recordId = await addRecord(owner, { batchId: scene.batchId, unit });
  await addTask(owner, { recordId, unit, state: "verifying", force: "police" });
  const steps = ["handover", "correcting", "verifying", "handover", "publishing"];
  for (const state of steps) {
    await owner.query("update task set state = $2 where record_id = $1", [recordId, state]);
  }
  const close = "update task set state = 'closed', resolution = 'corrected' where record_id = $1";
  await owner.query(close, [recordId]);
  const { moves } = await getProgress.as(scene.leader, undefined);
  const told = Object.fromEntries(moves.map(({ from, to, people }) => [`${from} ${to}`, people]));
  expect(told).toEqual({
    "verifying handover": 2,
    "handover correcting": 1,
    "correcting verifying": 1,
    "handover publishing": 1,
    "publishing closed": 1,
  });
});
