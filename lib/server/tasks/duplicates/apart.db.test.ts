import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { AZ, makeTwice, merge } from "@/prisma/factories/duplicates";
import { ownerClient } from "@/prisma/factories/owner";
import { type MadeTask, makeStation, type Station } from "@/prisma/factories/tasks";
import { tellApart, undoApart } from "./apart";
import { listApart } from "./apart-queries";
import { mergeRecords } from "./merge";
import { findOtherRecords, getDuplicateSet, listDuplicateGroups } from "./queries";

const owner = ownerClient();
let station: Station;
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

const make = (count: number) => makeTwice(owner, station, Array(count).fill({ doses: [AZ] }));

async function versionOf(recordId: string): Promise<number> {
  const { rows } = await owner.query("select version from record where id = $1", [recordId]);
  return rows[0].version;
}

async function apart(tasks: readonly MadeTask[], officer = station.health) {
  const records = [];
  for (const { recordId } of tasks) {
    records.push({ recordId, version: await versionOf(recordId) });
  }
  return tellApart.as(officer, { records });
}

async function decided(tasks: readonly MadeTask[]): Promise<string> {
  const done = await apart(tasks);
  if (!done.ok) throw new Error(`not decided: ${done.error.code} ${done.error.reason}`);
  return done.data.decisionId;
}

const groups = async (officer = station.health) =>
  (await listDuplicateGroups.as(officer, undefined)).groups.map((group) => group.records.length);

const proposedFor = async ({ recordId }: MadeTask) =>
  (await findOtherRecords.as(station.health, recordId)).set?.records.length ?? 0;

describe("records that are said to be of different people", () => {
  it("leave the list and are proposed no more, for whoever looks", async () => {
    const tasks = await make(2);
    const [one, other] = tasks as [MadeTask, MadeTask];
    expect(await groups()).toEqual([2]);
    expect(await proposedFor(one)).toBe(2);
    await decided(tasks);
    for (const officer of [station.health, station.coordinator]) {
      expect(await groups(officer), officer.role).toEqual([]);
      expect(await listApart.as(officer)).toMatchObject([
        { name: station.health.fullName, elsewhere: 0, records: [{}, {}] },
      ]);
    }
    expect(await proposedFor(one)).toBe(0);
    expect(await proposedFor(other)).toBe(0);
  });

  it.each([
    ["full_name", "'Nguyễn Thị Khác'"],
    ["birth_date", "date '1990-02-03'"],
    ["sex", "'male'"],
  ])("are looked at again once %s of one of them changes", async (column, value) => {
    const tasks = await make(2);
    await decided(tasks);
    await owner.query(`update record set phone = '0901234567' where id = $1`, [tasks[0]?.recordId]);
    expect(await groups()).toEqual([]);
    await owner.query(`update record set ${column} = ${value} where id = $1`, [tasks[0]?.recordId]);
    expect(await groups()).toEqual([2]);
    expect(await listApart.as(station.health)).toEqual([]);
  });

  it("stay on the list with a third one of which nobody has said so", async () => {
    const tasks = await make(3);
    const [one, other] = tasks as [MadeTask, MadeTask, MadeTask];
    await decided([one, other]);
    expect(await groups()).toEqual([3]);
    expect(await proposedFor(one)).toBe(2);
    await decided(tasks);
    expect(await groups()).toEqual([]);
  });

  it("can't be merged before that is taken back", async () => {
    const tasks = await make(2);
    const [one, other] = tasks as [MadeTask, MadeTask];
    const set = await getDuplicateSet.as(station.health, { id: one.recordId, chosen: [] });
    const { groups: found } = await listDuplicateGroups.as(station.health, undefined);
    const decisionId = await decided(tasks);
    const id = found[0]?.id ?? "";
    expect(set.pairsApart).toBe(0);
    expect(await getDuplicateSet.as(station.health, { id, chosen: [] })).toMatchObject({
      pairsApart: 1,
      apart: [{ decisionId }],
    });
    const of = { stays: one.recordId, closes: [other.recordId] };
    expect(await merge(station.health, of)).toMatchObject({ ok: false });
    const versions = [one, other].map(async ({ recordId }) => ({
      recordId,
      version: await versionOf(recordId),
    }));
    const records = await Promise.all(versions);
    const forced = await mergeRecords.as(station.health, { staysId: one.recordId, records });
    expect(forced).toMatchObject({ error: { code: "RULE", reason: "saidApart" } });
    expect(await undoApart.as(station.health, { decisionId })).toMatchObject({ ok: true });
    expect(await groups()).toEqual([2]);
    expect(await listApart.as(station.health)).toEqual([]);
    expect(await merge(station.health, of)).toMatchObject({ ok: true });
  });
});

describe("saying so", () => {
  it("is for health and coordinators of the area, of records as they were seen", async () => {
    const tasks = await make(2);
    const elsewhere = await makeStation(owner);
    expect(await apart(tasks, station.police)).toMatchObject({ error: { code: "FORBIDDEN" } });
    expect(await apart(tasks, elsewhere.health)).toMatchObject({
      error: { reason: "duplicateElsewhere" },
    });
    expect(await apart(tasks.slice(0, 1))).toMatchObject({ error: { code: "INVALID" } });
    const records = tasks.map(({ recordId }) => ({ recordId, version: 99 }));
    expect(await tellApart.as(station.health, { records })).toMatchObject({
      error: { code: "CONFLICT", reason: "duplicateChanged" },
    });
    expect(await groups()).toEqual([2]);
    expect(await apart(tasks, station.coordinator)).toMatchObject({ ok: true });
  });

  it("and what was said is seen and taken back in the area alone", async () => {
    const decisionId = await decided(await make(2));
    const elsewhere = await makeStation(owner);
    const hamlet = await makeHamlet(owner, station.commune);
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    expect(await listApart.as(elsewhere.health)).toEqual([]);
    await expect(listApart.as(team)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await undoApart.as(elsewhere.health, { decisionId })).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
    expect(await undoApart.as(station.police, { decisionId })).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
    expect(await undoApart.as(station.coordinator, { decisionId })).toMatchObject({ ok: true });
    expect(await undoApart.as(station.health, { decisionId })).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it("of records of two communes is taken back by who sees both", async () => {
    const tasks = await make(2);
    const other = await makeOfficer(owner, { role: "health", unit: station.commune });
    const [first] = tasks;
    const decisionId = await decided(tasks);
    const far = await makeStation(owner);
    await owner.query("update record set unit_id = $2, unit_path = $3 where id = $1", [
      first?.recordId,
      far.commune.id,
      far.commune.path,
    ]);
    expect(await undoApart.as(other, { decisionId })).toMatchObject({
      error: { code: "RULE", reason: "duplicateElsewhere" },
    });
    expect(await listApart.as(other)).toMatchObject([{ decisionId, elsewhere: 1 }]);
  });
});
