import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import {
  decideName,
  hamletOf,
  hamletsPage,
  livingAt,
  nameHamlets,
  placesOf,
  teamOf,
} from "@/prisma/factories/hamlets";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks } from "@/prisma/factories/tasks";
import { addHamlets, closeHamlet, renameHamlet } from "./hamlet-commands";
import { forgetHamletRule } from "./hamlet-rules";
import { listTasks } from "./list";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const idsOf = (tasks: { id: string }[]) => tasks.map((task) => task.id);

describe("naming hamlets", () => {
  it("takes one a line, leaves those that the commune has, and places records at once", async () => {
    const station = await makeStation(owner);
    const tasks = await makeTasks(owner, station, [
      livingAt("Số 4, ấp 03"),
      livingAt("Tổ 1, KP.5"),
      livingAt("Ấp 9"),
    ]);
    expect(await nameHamlets(station, "Ấp 3\n\n Khu phố  5 \nap 3")).toEqual({
      added: 2,
      known: 1,
      records: 2,
    });
    expect(await nameHamlets(station, "AP 03\nẤp 4")).toMatchObject({ added: 1, known: 1 });
    expect((await hamletsPage(station.health)).hamlets).toMatchObject([
      { name: "Ấp 3", records: 1, openTasks: 1, team: [] },
      { name: "Ấp 4", records: 0 },
      { name: "Khu phố 5", records: 1 },
    ]);
    expect(await placesOf(owner, idsOf(tasks))).toEqual(["Ấp 3", "Khu phố 5", null]);
  });

  it("is for police and health of the commune and for the coordinator of its area", async () => {
    const station = await makeStation(owner);
    const other = await makeStation(owner);
    const input = { unitId: station.commune.id, names: "Ấp 1" };
    const stranger = await addHamlets.as(other.health, input);
    expect(stranger).toMatchObject({ ok: false, error: { reason: "notACommune" } });
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune });
    expect(await addHamlets.as(team, input)).toMatchObject({ error: { code: "FORBIDDEN" } });
    expect(await addHamlets.as(station.coordinator, input)).toMatchObject({ ok: true });
    const { id: hamletId } = await hamletOf(station, "Ấp 1");
    const renamed = await renameHamlet.as(other.police, { hamletId, name: "Ấp 2" });
    expect(renamed).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("asks for a name that says something, and for one that nobody has", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1\nẤp 2");
    const { id: unitId } = station.commune;
    const empty = await addHamlets.as(station.health, { unitId, names: " \n ..." });
    expect(empty).toMatchObject({ error: { code: "INVALID" } });
    const { id: hamletId } = await hamletOf(station, "Ấp 1");
    const taken = await renameHamlet.as(station.health, { hamletId, name: "AP 02" });
    expect(taken).toMatchObject({ error: { reason: "hamletNameTaken" } });
  });
});

describe("a name in addresses that no hamlet has", () => {
  it("is listed by frequency with a suggestion, and decided once for all of them", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp Láng Le\nTổ dân phố 7");
    const tasks = await makeTasks(owner, station, [
      livingAt("12 ấp Láng Lê, xã A"),
      livingAt("Tổ 7"),
      livingAt("số 9, tổ 07"),
      livingAt("Tổ 7"),
      livingAt("123 Lê Lợi"),
    ]);
    const before = await hamletsPage(station.police);
    expect(before.unplaced).toMatchObject([
      { name: "Tổ 7", records: 3, suggestion: { name: "Tổ dân phố 7" } },
    ]);
    expect(before.nameless).toBe(1);
    expect(await placesOf(owner, idsOf(tasks).slice(0, 1))).toEqual(["Ấp Láng Le"]);

    const decided = await decideName(station, "Tổ 7", "Tổ dân phố 7");
    expect(decided).toMatchObject({ ok: true, data: { records: 3, tasks: 3 } });
    const places = ["Ấp Láng Le", "Tổ dân phố 7", "Tổ dân phố 7", "Tổ dân phố 7", null];
    expect(await placesOf(owner, idsOf(tasks))).toEqual(places);
    const after = await hamletsPage(station.police);
    expect(after.unplaced).toEqual([]);
    expect(after.rules).toMatchObject([{ name: "Tổ 7", hamletName: "Tổ dân phố 7", records: 3 }]);
  });

  it("is remembered for what is imported later, and given to the team", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 3");
    const team = await teamOf(owner, station, "Ấp 3");
    await makeTasks(owner, station, [livingAt("xóm Chùa")]);
    await decideName(station, "xóm Chùa", "Ấp 3");
    const later = await makeTasks(owner, station, [
      livingAt("Số 1, Xóm Chùa"),
      livingAt("Xóm Mới"),
    ]);
    expect(await placesOf(owner, idsOf(later))).toEqual(["Ấp 3", null]);
    const { tasks } = await listTasks.as(team, { view: "unit" });
    expect(tasks).toHaveLength(2);
    expect(tasks.every((task) => task.assignee === team.fullName)).toBe(true);
  });

  it("may lie outside the commune: then nobody is asked again", async () => {
    const station = await makeStation(owner);
    const tasks = await makeTasks(owner, station, [livingAt("Ấp Xa")]);
    expect(await decideName(station, "Ấp Xa", null)).toMatchObject({
      ok: true,
      data: { records: 0 },
    });
    const { unplaced, rules } = await hamletsPage(station.police);
    expect(unplaced).toEqual([]);
    expect(rules).toMatchObject([{ name: "Ấp Xa", hamletId: null }]);
    expect(await placesOf(owner, idsOf(tasks))).toEqual([null]);
  });
});

describe("another decision", () => {
  it("moves what the first had placed, and nothing else", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1\nẤp 2");
    const tasks = await makeTasks(owner, station, [
      livingAt("Xóm A"),
      livingAt("Ấp 1"),
      livingAt("Xóm B"),
    ]);
    await decideName(station, "Xóm A", "Ấp 1");
    await decideName(station, "Xóm B", "Ấp 1");
    expect(await decideName(station, "Xóm A", "Ấp 2")).toMatchObject({
      data: { records: 1, tasks: 1 },
    });
    expect(await placesOf(owner, idsOf(tasks))).toEqual(["Ấp 2", "Ấp 1", "Ấp 1"]);
  });

  it("taken back leaves it on no list, and the name is asked for again", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1");
    const tasks = await makeTasks(owner, station, [livingAt("Xóm A"), livingAt("Ấp 1")]);
    await decideName(station, "Xóm A", "Ấp 1");
    const [rule] = (await hamletsPage(station.police)).rules;
    const undone = await forgetHamletRule.as(station.health, { ruleId: rule?.id });
    expect(undone).toMatchObject({ ok: true, data: { taken: 1, records: 0, tasks: 1 } });
    expect(await placesOf(owner, idsOf(tasks))).toEqual([null, "Ấp 1"]);
    expect((await hamletsPage(station.police)).unplaced).toMatchObject([{ name: "Xóm A" }]);
    const again = await forgetHamletRule.as(station.health, { ruleId: rule?.id });
    expect(again).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});

describe("a hamlet that is renamed or closed", () => {
  it("keeps its list, and its former name leads to it", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1");
    const before = await makeTasks(owner, station, [livingAt("Ấp 1")]);
    const { id: hamletId } = await hamletOf(station, "Ấp 1");
    const renamed = await renameHamlet.as(station.police, { hamletId, name: "Ấp Bình Hòa" });
    expect(renamed).toMatchObject({ ok: true });
    const later = await makeTasks(owner, station, [livingAt("ap 01"), livingAt("Ấp Bình Hoà")]);
    const ids = idsOf([...before, ...later]);
    expect(await placesOf(owner, ids)).toEqual(ids.map(() => "Ấp Bình Hòa"));
  });

  it("goes into another with its people, team and name", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1\nẤp 2");
    const team = await teamOf(owner, station, "Ấp 1");
    const tasks = await makeTasks(owner, station, [livingAt("Ấp 1"), livingAt("Ấp 2")]);
    const [from, into] = [await hamletOf(station, "Ấp 1"), await hamletOf(station, "Ấp 2")];
    const input = { hamletId: from.id, into: into.id };
    const closed = await closeHamlet.as(station.health, input);
    expect(closed).toMatchObject({ ok: true, data: { records: 1, tasks: 1, officers: 1 } });
    const later = await makeTasks(owner, station, [livingAt("Ấp 1")]);
    expect(await placesOf(owner, idsOf([...tasks, ...later]))).toEqual(["Ấp 2", "Ấp 2", "Ấp 2"]);
    const moved = { ...team, hamletId: into.id };
    expect((await listTasks.as(moved, { view: "unit" })).tasks).toHaveLength(3);
    expect(await closeHamlet.as(station.health, input)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it("or ends, and its people are on no list; the name may be used again", async () => {
    const station = await makeStation(owner);
    await nameHamlets(station, "Ấp 1");
    const tasks = await makeTasks(owner, station, [livingAt("Ấp 1")]);
    const { id: hamletId } = await hamletOf(station, "Ấp 1");
    const closed = await closeHamlet.as(station.police, { hamletId, into: null });
    expect(closed).toMatchObject({ ok: true, data: { records: 1 } });
    expect(await placesOf(owner, idsOf(tasks))).toEqual([null]);
    expect(await nameHamlets(station, "Ấp 1")).toEqual({ added: 1, known: 0, records: 1 });
  });
});
