import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { type MadeOfficer, makeOfficer } from "@/prisma/factories/communes";
import { decideName, livingAt, nameHamlets, teamOf } from "@/prisma/factories/hamlets";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks } from "@/prisma/factories/tasks";
import { claimTask } from "./claim";
import { getTaskDetail } from "./detail";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("a hamlet team", () => {
  it("sees its own list only, and a record that moves is seen by the other team at once", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1\nẤp 2");
    const [one, two] = [await teamOf(owner, station, "Ấp 1"), await teamOf(owner, station, "Ấp 2")];
    const [task] = await makeTasks(owner, station, [livingAt("Xóm A")]);
    if (!task) throw new Error("no task");
    await decideName(station, "Xóm A", "Ấp 1");
    const { id: taskId } = task;
    const claimed = await claimTask.as(one, { taskId });
    expect(claimed.ok).toBe(true);

    const seen = async (team: MadeOfficer) => {
      const rows = await transaction(scopeOf(team), async ({ sql }) => ({
        tasks: (await sql("select 1 from task")).length,
        records: (await sql("select 1 from record")).length,
        events: (await sql("select 1 from task_event")).length > 0,
      }));
      const detail = await getTaskDetail.as(team, taskId).catch((error: { code: string }) => error);
      return { ...rows, phone: JSON.stringify(detail).includes("***5678") };
    };
    const all = { tasks: 1, records: 1, events: true, phone: true };
    const nothing = { tasks: 0, records: 0, events: false, phone: false };
    expect([await seen(one), await seen(two)]).toEqual([all, nothing]);

    await decideName(station, "Xóm A", "Ấp 2");
    expect([await seen(one), await seen(two)]).toEqual([nothing, all]);
    const late = await claimTask.as(one, { taskId });
    expect(late).toMatchObject({ ok: false, error: { code: "NOT_FOUND" } });
    expect((await claimTask.as(two, { taskId })).ok).toBe(true);
  });
});

it("shows the rules of a commune to nobody outside it", async () => {
  const station = await makeStation(owner);
  await nameHamlets(station, "Ấp 1");
  await makeTasks(owner, station, [livingAt("Xóm A")]);
  await decideName(station, "Xóm A", "Ấp 1");
  const other = await makeStation(owner);
  const count = (by: MadeOfficer) =>
    transaction(scopeOf(by), async ({ sql }) => (await sql("select 1 from hamlet_rule")).length);
  const team = await teamOf(owner, station, "Ấp 1");
  const leader = await makeOfficer(owner, { role: "leader", unit: station.commune });
  expect(await count(station.police)).toBe(1);
  for (const by of [other.police, team, leader]) expect(await count(by)).toBe(0);
});
