import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import { transaction } from "@/lib/server/core/db";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { type MadeUnit, makeOfficer } from "@/prisma/factories/communes";
import { at, makeScene, type Scene, sumDayLines } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";
import { listDayLines } from "./day-lines";
import { foldProgress } from "./fold";

const owner = ownerClient();
const today = clockThere(new Date()).day;
const on = { from: today, to: today };
let scene: Scene;
let here: MadeUnit;
let there: MadeUnit;

beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function addTasks(unit: MadeUnit, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const { batchId } = scene;
    const wish = { batchId, unit, outcome: "review", mainClass: "typo" };
    const recordId = await addRecord(owner, wish);
    ids.push(await addTask(owner, { recordId, unit, state: "verifying", force: "police" }));
  }
  return ids;
}

beforeEach(async () => {
  scene = await makeScene(owner);
  [here, there] = [at(scene.places, 0), at(scene.places, 1)];
});

describe("what happened on a day", () => {
  it("is listed over several pages, folded or not, without a line twice or lost", async () => {
    await addTasks(here, 70);
    await foldProgress();
    await addTasks(there, 60);
    const list = await sumDayLines(scene.leader, { happened: "opened", ...on });
    expect(list).toEqual({ people: 130, amount: 130, unlisted: 0 });
    const before = dayAfter(today, -1);
    const none = await listDayLines.as(scene.leader, {
      happened: "opened",
      from: before,
      to: before,
    });
    expect(none).toMatchObject({ amount: 0, lines: [] });
  });

  it("says how often a task was closed on one day, and where it stands now", async () => {
    const [id] = await addTasks(here, 1);
    for (const [state, resolution] of [
      ["closed", "corrected"],
      ["verifying", null],
      ["closed", "corrected"],
      ["correcting", null],
    ]) {
      await owner.query("update task set state = $2, resolution = $3 where id = $1", [
        id,
        state,
        resolution,
      ]);
    }
    const { lines, amount } = await listDayLines.as(scene.leader, { happened: "closed", ...on });
    expect(amount).toBe(2);
    expect(lines).toMatchObject([
      {
        event: "corrected",
        times: 2,
        sign: 1,
        state: "correcting",
        mainClass: "typo",
        unitName: here.name,
      },
    ]);
    expect(Object.keys(lines[0] ?? {})).not.toContain("fullName");
  });

  it("keeps a task that went elsewhere on the list of where it was, without its code", async () => {
    const [id] = await addTasks(here, 1);
    await owner.query("update task set unit_id = $2, unit_path = $3 where id = $1", [
      id,
      there.id,
      there.path,
    ]);
    const leader = await makeOfficer(owner, { role: "leader", unit: here });
    const opened = await listDayLines.as(leader, { happened: "opened", ...on });
    expect(opened).toMatchObject({
      amount: 1,
      lines: [{ recordCode: null, state: null, mainClass: null }],
    });
    const left = await listDayLines.as(leader, { happened: "left", ...on });
    expect(left).toMatchObject({ amount: 1, lines: [{ event: "movedOut", sign: 1 }] });
    const above = await listDayLines.as(scene.leader, { happened: "opened", ...on });
    expect(above.lines[0]?.recordCode).toMatch(/\d/);
  });

  it("says how many are no longer listed", async () => {
    await addTasks(here, 3);
    await foldProgress();
    await owner.query("delete from progress_log where unit_path = $1", [here.path]);
    const list = await sumDayLines(scene.leader, { happened: "opened", ...on });
    expect(list).toEqual({ people: 0, amount: 3, unlisted: 3 });
  });

  it("is forgotten after 92 days", async () => {
    await addTasks(here, 1);
    await foldProgress();
    const count = async () => {
      const text =
        "select count(*)::int as n from progress_log where unit_path = $1 and event = 'opened'";
      return (await owner.query<{ n: number }>(text, [here.path])).rows[0]?.n;
    };
    await owner.query("update progress_log set day = day - 92 where unit_path = $1", [here.path]);
    await owner.query("select forget_progress_log()");
    expect(await count()).toBe(1);
    await owner.query("update progress_log set day = day - 1 where unit_path = $1", [here.path]);
    await owner.query("select forget_progress_log()");
    expect(await count()).toBe(0);
  });

  it("begins at its top at a place of another list", async () => {
    const [id] = await addTasks(here, 1);
    const after = `${here.path}_verifying_${id}`;
    const page = await listDayLines.as(scene.leader, { happened: "opened", ...on, after });
    expect(page.lines).toHaveLength(1);
  });
});

describe("a leader of another commune", () => {
  it("finds no line, and not the unit", async () => {
    await addTasks(here, 2);
    await foldProgress();
    await addTasks(here, 2);
    const neighbour = await makeOfficer(owner, { role: "leader", unit: there });
    expect(await listDayLines.as(neighbour, { happened: "opened", ...on })).toMatchObject({
      amount: 0,
      lines: [],
    });
    const asked = { unit: here.id, happened: "opened" as const, ...on };
    await expect(listDayLines.as(neighbour, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const scope of [scopeOf(neighbour), NO_SCOPE]) {
      const text = "select 1 from progress_log where unit_path = $1";
      expect(await transaction(scope, ({ sql }) => sql(text, [here.path]))).toEqual([]);
    }
  });
});
