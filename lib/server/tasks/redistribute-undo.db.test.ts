import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import { anOffice, assignmentsOf, holdersOf, planned } from "@/prisma/factories/work";
import { claimTask, releaseTask } from "./claim";
import { applyRedistribution, undoRedistribution } from "./redistribute";
import { getRedistribution } from "./redistribute-queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("taking a redistribution back", () => {
  it("puts each task where it was; what was touched since stays and is named", async () => {
    const { station, nurse, ids } = await anOffice(owner, 4);
    const id = await planned(station.coordinator, { officers: [nurse.officerId] });
    await applyRedistribution.as(station.coordinator, { id });
    await claimTask.as(nurse, { taskId: ids[0] });
    await claimTask.as(station.health, { taskId: ids[1] });
    await releaseTask.as(station.coordinator, { taskId: ids[1] });
    await owner.query("update task set version = version + 1 where id = $1", [ids[2]]);
    const back = await undoRedistribution.as(station.coordinator, { id });
    expect(back).toMatchObject({ ok: true, data: { moved: 1, held: 1, changed: 2 } });
    expect(await holdersOf(owner, ids)).toEqual([
      nurse.officerId,
      station.health.officerId,
      nurse.officerId,
      station.health.officerId,
    ]);
    const page = await getRedistribution.as(station.coordinator, id);
    expect(page).toMatchObject({ state: "undone", undone: 1, leftCount: 3 });
    expect(page.left.find((one) => one.taskId === ids[0])?.holder).toBe(nurse.fullName);
    expect((await assignmentsOf(owner, ids[3] ?? ""))[0]).toMatchObject({ reason: "undone" });
    const again = await undoRedistribution.as(station.coordinator, { id });
    expect(again).toMatchObject({ error: { reason: "planDone" } });
  });

  it("is over with the day", async () => {
    const { station } = await anOffice(owner, 2);
    const id = await planned(station.coordinator);
    await applyRedistribution.as(station.coordinator, { id });
    await owner.query(
      "update redistribution set applied_at = applied_at - interval '1 day' where id = $1",
      [id],
    );
    const late = await undoRedistribution.as(station.coordinator, { id });
    expect(late).toMatchObject({ error: { code: "RULE", reason: "undoToday" } });
  });

  it("a plan that is more than a day old is not applied", async () => {
    const { station } = await anOffice(owner, 2);
    const id = await planned(station.coordinator);
    await owner.query("update redistribution set at = at - interval '25 hours' where id = $1", [
      id,
    ]);
    const late = await applyRedistribution.as(station.coordinator, { id });
    expect(late).toMatchObject({ error: { reason: "planOld" } });
  });
});
