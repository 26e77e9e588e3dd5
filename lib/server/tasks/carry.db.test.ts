import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { type MadeOfficer, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  type Station,
  type Wish,
} from "@/prisma/factories/tasks";
import { carryList, putListDown } from "./carry";
import { getCarriedList, getCarriers } from "./carry-queries";
import { recordVisit } from "./visit";

const nobodyOf = (address: string): Wish => ({
  record: { idNumber: "", phone: "0907654321", address },
  person: null,
});

const owner = ownerClient();
let station: Station;
let hamletId: string;
let team: MadeOfficer;
let otherTeam: MadeOfficer;
let stranger: MadeOfficer;
let tasks: MadeTask[];

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune: unit } = station;
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  hamletId = hamlet.id;
  const other = await makeHamlet(owner, unit, "Ấp 4");
  team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  otherTeam = await makeOfficer(owner, { role: "hamlet", unit, hamlet: other });
  stranger = (await makeStation(owner)).health;
  tasks = await makeTasks(owner, station, [...Array(4).fill(nobodyOf("Ấp 3")), nobodyOf("Ấp 4")]);
});
afterAll(() => owner.end());

const idAt = (at: number) => (tasks[at] as MadeTask).id;
const listOf = async (by: MadeOfficer) => getCarriedList.as(by, undefined);
const idsOf = async (by: MadeOfficer) => (await listOf(by)).lines.map((line) => line.taskId);

describe("taking a list along", () => {
  it("is nothing before it is asked for", async () => {
    expect(await listOf(team)).toEqual({ officerId: team.officerId, validUntil: null, lines: [] });
  });

  it("gives what is needed to find and to ask, for 72 hours, and nothing more", async () => {
    const before = Date.now();
    const taken = await carryList.as(team, { kind: "hamlet", hamletId });
    expect(taken).toMatchObject({ ok: true, data: { lines: 4 } });
    const list = await listOf(team);
    const hours = (Date.parse(list.validUntil ?? "") - before) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThan(72.1);
    expect(list.lines).toHaveLength(4);
    const [line] = list.lines;
    expect(Object.keys(line ?? {}).sort()).toEqual(
      [
        "address",
        "birthYear",
        "fullName",
        "hamlet",
        "missing",
        "phone",
        "sex",
        "taskId",
        "version",
      ].sort(),
    );
    expect(line).toMatchObject({ hamlet: "Ấp 3", phone: "0907654321", missing: ["idNumber"] });
  });

  it("is in the log with how many, and without anybody's name", async () => {
    const { rows } = await owner.query(
      "select detail from audit_entry where command = 'worksheet.carry' and officer_id = $1",
      [team.officerId],
    );
    expect(rows).toEqual([{ detail: { kind: "hamlet", lines: 4 } }]);
  });

  it("is a hamlet team's own whatever it asks for, and refused for another's hamlet", async () => {
    await carryList.as(otherTeam, { kind: "hamlet", hamletId });
    expect(await idsOf(otherTeam)).toEqual([idAt(4)]);
    const foreign = await carryList.as(stranger, { kind: "hamlet", hamletId });
    expect(foreign).toMatchObject({ error: { code: "NOT_FOUND" } });
    const none = await carryList.as(stranger, { kind: "noHamlet" });
    expect(none).toMatchObject({ error: { code: "RULE", reason: "worksheetEmpty" } });
  });

  it("is refused to whoever works on no task", async () => {
    const leader = await makeOfficer(owner, { role: "leader", unit: station.commune });
    expect(await carryList.as(leader, { kind: "noHamlet" })).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
  });

  it("takes the place of the list before", async () => {
    const { health } = station;
    await carryList.as(health, { kind: "hamlet", hamletId });
    expect(await idsOf(health)).toHaveLength(4);
    const other = otherTeam.hamletId;
    await carryList.as(health, { kind: "hamlet", hamletId: other });
    expect(await idsOf(health)).toEqual([idAt(4)]);
    await carryList.as(health, { kind: "hamlet", hamletId });
  });
});

describe("a list that is carried", () => {
  it("is told to others at the task, and keeps nobody from it", async () => {
    const carriers = await getCarriers.as(station.health, idAt(0));
    expect(carriers.map(({ name, own }) => [name, own]).sort()).toEqual(
      [
        [station.health.fullName, true],
        [team.fullName, false],
      ].sort(),
    );
    expect(await getCarriers.as(stranger, idAt(0))).toEqual([]);
  });

  it("leaves out who was settled meanwhile, and shows the version as it is now", async () => {
    const result = { kind: "found" };
    const visitId = crypto.randomUUID();
    await recordVisit.as(station.health, { taskId: idAt(3), version: null, visitId, result });
    expect(await idsOf(team)).not.toContain(idAt(3));
    const { lines } = await listOf(team);
    expect(lines).toHaveLength(3);
    const { rows } = await owner.query("select version from task where id = $1", [idAt(0)]);
    expect(lines.find((line) => line.taskId === idAt(0))?.version).toBe(rows[0].version);
  });

  it("is over after its hours", async () => {
    await owner.query("update carried_task set until = now() where officer_id = $1", [
      station.health.officerId,
    ]);
    expect(await listOf(station.health)).toMatchObject({ validUntil: null, lines: [] });
    const names = (await getCarriers.as(team, idAt(0))).map(({ name }) => name);
    expect(names).toEqual([team.fullName]);
  });

  it("is put down by the one who carries it, by nobody else", async () => {
    const drop = "delete from carried_task where officer_id = $1 returning task_id";
    const dropped = transaction(scopeOf(station.health), ({ sql }) => sql(drop, [team.officerId]));
    expect(await dropped).toEqual([]);
    const add = "insert into carried_task (task_id, officer_id, until) values ($1, $2, now())";
    const added = transaction(scopeOf(station.health), ({ sql }) =>
      sql(add, [idAt(4), team.officerId]),
    );
    await expect(added).rejects.toMatchObject({ code: "42501" });
    expect(await idsOf(team)).toHaveLength(3);
    expect(await putListDown.as(team, {})).toMatchObject({ ok: true, data: { lines: 4 } });
    expect((await listOf(team)).lines).toEqual([]);
  });
});
