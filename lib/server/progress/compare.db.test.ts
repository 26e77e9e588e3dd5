import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { makeOfficer } from "@/prisma/factories/communes";
import { at, makeScene, type Scene } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";
import { compareDays, compareUnits } from "./compare";
import { foldProgress } from "./fold";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const today = clockThere(new Date()).day;
let scene: Scene;
beforeEach(async () => {
  scene = await makeScene(owner);
});

async function addWork(place: number, of: { state?: string; dueIn?: number } = {}) {
  const unit = at(scene.places, place);
  const { state = "verifying", dueIn = 3 } = of;
  const wish = { batchId: scene.batchId, unit, outcome: "unmatched" };
  const recordId = await addRecord(owner, wish);
  const resolution = state === "closed" ? "corrected" : undefined;
  await addTask(owner, { recordId, unit, state, force: "police", resolution, dueIn });
}

/** What has not been folded yet happened so many days ago. */
async function setBack(days: number): Promise<void> {
  await owner.query(
    "update progress_delta set day = day - $1::int where unit_path >= $2 and unit_path < $3",
    [days, scene.province.path, `${scene.province.path.slice(0, -1)}/`],
  );
  await foldProgress();
}

const close = () =>
  owner.query(
    `update task set state = 'closed', resolution = 'corrected' where id = (
       select id from task where unit_path = $1 and state <> 'closed' limit 1)`,
    [at(scene.places, 0).path],
  );

describe("two units", () => {
  it("have the figures of their own pages, folded or not", async () => {
    await addWork(0, { dueIn: -2 });
    await addWork(1, { state: "closed" });
    await foldProgress();
    await addWork(0);
    const [one, two] = scene.places.map(({ id }) => id);
    const compared = await compareUnits.as(scene.leader, { unit: one, with: two ?? "" });
    for (const { unit, figures, overdue } of compared.sides) {
      const page = await getProgress.as(scene.leader, unit.id);
      expect(figures).toEqual(page.figures);
      expect(overdue).toBe(page.lateness.overdue);
    }
    expect(compared.sides.map(({ figures, overdue }) => [figures.open, overdue])).toEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it("count what was corrected lately by working day", async () => {
    await addWork(0);
    await addWork(0);
    await setBack(20);
    await close();
    await setBack(15);
    await close();
    await setBack(7);
    const [one, two] = scene.places.map(({ id }) => id);
    const { sides } = await compareUnits.as(scene.leader, { unit: one, with: two ?? "" });
    const [first, second] = sides.map(({ correctedPerDay }) => correctedPerDay ?? 0);
    // Ten working days in two weeks, less holidays: one correction among them.
    expect(first).toBeGreaterThanOrEqual(0.1);
    expect(first).toBeLessThan(0.2);
    expect(second).toBe(0);
  });
});

describe("two days", () => {
  it("are exact: what was open then, and what happened between", async () => {
    await addWork(0);
    await addWork(0);
    await setBack(10);
    await close();
    await addWork(1);
    await setBack(4);
    await addWork(0);
    const days = { unit: scene.province.id, from: dayAfter(today, -5), to: today };
    const compared = await compareDays.as(scene.leader, days);
    expect([compared.openFrom, compared.openTo]).toEqual([2, 3]);
    expect(compared.between).toMatchObject({ opened: 2, cleaned: 1, reopened: 0, added: 2 });
    expect(compared.line).toHaveLength(6);
    const page = await getProgress.as(scene.leader, scene.province.id);
    expect(compared.openTo).toBe(page.figures.open);
    const turned = { ...days, from: days.to, to: days.from };
    expect(await compareDays.as(scene.leader, turned)).toMatchObject({ openFrom: 2, openTo: 3 });
  });

  it("have no figure before the first day that anything was written down of", async () => {
    await addWork(0);
    await setBack(3);
    const compared = await compareDays.as(scene.leader, {
      ...{ unit: undefined, from: dayAfter(today, -400), to: today },
    });
    expect(compared).toMatchObject({ first: dayAfter(today, -3), openFrom: null, openTo: 1 });
  });
});

it("finds no unit outside of the viewer's area, on either side", async () => {
  const [here, beside] = scene.places;
  const leader = await makeOfficer(owner, { role: "leader", unit: at(scene.places, 0) });
  const own = here?.id;
  const other = beside?.id ?? "";
  const notFound = { code: "NOT_FOUND" };
  const span = { from: today, to: today };
  await expect(compareUnits.as(leader, { unit: own, with: other })).rejects.toMatchObject(notFound);
  await expect(compareUnits.as(leader, { unit: other, with: own ?? "" })).rejects.toMatchObject(
    notFound,
  );
  await expect(compareDays.as(leader, { unit: other, ...span })).rejects.toMatchObject(notFound);
});
