import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { makeCommune, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { AZ, makeTwice, merge, PFIZER, SECOND } from "@/prisma/factories/duplicates";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { type MadeTask, makeStation, type Station, taskNow } from "@/prisma/factories/tasks";
import { findOtherRecords, getDuplicateSet, listDuplicateGroups } from "./queries";
import { undoMerge } from "./undo-merge";

const owner = ownerClient();
let station: Station;
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

type Two = [MadeTask, MadeTask];
const two = async (...doses: Parameters<typeof makeTwice>[2]) =>
  (await makeTwice(owner, station, doses)) as Two;

const dosesOf = async ({ id }: MadeTask) =>
  (await getTaskDetail.as(station.health, id)).doses.map(
    (one) => `${one.injectedOn} ${one.vaccine}`,
  );

describe("merging", () => {
  it("closes the task of the other and counts its doses with the one that stays, each once", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ, SECOND] });
    const done = await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
    expect(done).toMatchObject({ ok: true, data: { closed: 1 } });
    expect(await taskNow(owner, goes.id)).toMatchObject({
      state: "closed",
      resolution: "duplicate",
    });
    expect(await taskNow(owner, stays.id)).toMatchObject({ state: "correcting" });
    expect(await dosesOf(stays)).toEqual(["2021-08-05 AstraZeneca", "2021-10-05 AstraZeneca"]);
    const { rows } = await owner.query(
      "select count(*)::int as n from dose where record_id = any($1)",
      [[stays.recordId, goes.recordId]],
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  it("asks which vaccine is true of a day, and sets the other aside", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [PFIZER] });
    const of = { stays: stays.recordId, closes: [goes.recordId] };
    expect(await merge(station.health, of)).toMatchObject({
      error: { code: "RULE", reason: "dosesUnanswered" },
    });
    const { union } = await getDuplicateSet.as(station.health, { id: goes.recordId, chosen: [] });
    const [question] = union.questions;
    const pfizer = question?.doses.find((one) => one.vaccine === "Pfizer")?.id ?? "";
    const answers = { [question?.key ?? ""]: pfizer };
    expect(await merge(station.health, { ...of, answers })).toMatchObject({ ok: true });
    expect(await dosesOf(stays)).toEqual(["2021-08-05 Pfizer"]);
  });

  it("needs a look where names differ by a letter, as those of twins do", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ], fullName: "Nguyễn Thị Hoan" });
    const of = { stays: stays.recordId, closes: [goes.recordId] };
    expect(await merge(station.health, of)).toMatchObject({ error: { reason: "mergeUnchecked" } });
    expect(await merge(station.health, { ...of, checked: true })).toMatchObject({ ok: true });
  });

  it("is refused where two people were found, whatever anybody ticks", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ] });
    const other = await makePerson(owner, inventPerson());
    const confirm = "update task set confirmed_person_id = $2 where id = $1";
    await owner.query(confirm, [stays.id, stays.personId]);
    await owner.query(confirm, [goes.id, other]);
    const of = { stays: stays.recordId, closes: [goes.recordId], checked: true };
    expect(await merge(station.health, of)).toMatchObject({
      error: { code: "RULE", reason: "twoPeople" },
    });
  });

  it("waits where the other's task is in a step of its own, or open at somebody's", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ] });
    const of = { stays: stays.recordId, closes: [goes.recordId] };
    const colleague = await makeOfficer(owner, { role: "health", unit: station.commune });
    await owner.query(
      "update task set lease_by_id = $2, lease_until = now() + interval '9 minutes' where id = $1",
      [goes.id, colleague.officerId],
    );
    expect(await merge(station.health, of)).toMatchObject({ error: { reason: "leaseTaken" } });
    await owner.query("update task set lease_until = null, state = 'handover' where id = $1", [
      goes.id,
    ]);
    expect(await merge(station.health, of)).toMatchObject({ error: { reason: "duplicateBusy" } });
  });

  it("by two at once happens once", async () => {
    const [one, other] = await two({ doses: [AZ] }, { doses: [AZ, SECOND] });
    const results = await Promise.all([
      merge(station.health, { stays: one.recordId, closes: [other.recordId] }),
      merge(station.coordinator, { stays: other.recordId, closes: [one.recordId] }),
      merge(station.health, { stays: other.recordId, closes: [one.recordId] }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.error.code).toBe("CONFLICT");
    }
    const { rows } = await owner.query(
      "select count(duplicate_of_id)::int as closed from record where id = any($1)",
      [[one.recordId, other.recordId]],
    );
    expect(rows).toEqual([{ closed: 1 }]);
  });
});

describe("records in two communes", () => {
  async function apart() {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ, SECOND] });
    const other = await makeCommune(owner, station.commune.province);
    const move = "set unit_id = $2, unit_path = $3 where";
    await owner.query(`update record ${move} id = $1`, [goes.recordId, other.id, other.path]);
    await owner.query(`update task ${move} record_id = $1`, [goes.recordId, other.id, other.path]);
    return { stays, goes, other };
  }

  it("are told of by the commune's name only, and merged by who looks after both", async () => {
    const { stays, goes, other } = await apart();
    const set = await getDuplicateSet.as(station.health, { id: stays.recordId, chosen: [] });
    expect(set.elsewhere).toEqual([other.name]);
    expect(set.records.map((one) => one.recordId)).toEqual([stays.recordId]);
    const of = { stays: stays.recordId, closes: [goes.recordId] };
    expect(await merge(station.health, of)).toMatchObject({
      error: { code: "RULE", reason: "duplicateElsewhere" },
    });
    const done = await merge(station.coordinator, of);
    expect(done).toMatchObject({ ok: true });
    // Its doses are the person's, wherever the closed record lies.
    expect(await dosesOf(stays)).toHaveLength(2);
    const mergeId = done.ok ? done.data.mergeId : "";
    expect(await undoMerge.as(station.health, { mergeId })).toMatchObject({
      error: { reason: "duplicateElsewhere" },
    });
    expect(await undoMerge.as(station.coordinator, { mergeId })).toMatchObject({ ok: true });
  });

  it("show nothing to a third commune, to hamlet teams and to leaders", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ] });
    const stranger = (await makeStation(owner)).health;
    const asked = { id: stays.recordId, chosen: [] };
    await expect(getDuplicateSet.as(stranger, asked)).rejects.toThrow("NOT_FOUND");
    expect((await listDuplicateGroups.as(station.health, undefined)).groups).toHaveLength(1);
    expect((await listDuplicateGroups.as(stranger, undefined)).groups).toEqual([]);
    const of = { stays: stays.recordId, closes: [goes.recordId] };
    const done = await merge(station.health, of);
    expect((await findOtherRecords.as(station.police, stays.recordId)).merges).toHaveLength(1);
    expect((await findOtherRecords.as(stranger, stays.recordId)).merges).toEqual([]);
    const mergeId = done.ok ? done.data.mergeId : "";
    expect(await undoMerge.as(stranger, { mergeId })).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
    const hamlet = await makeHamlet(owner, station.commune);
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    await expect(getDuplicateSet.as(team, asked)).rejects.toThrow("FORBIDDEN");
    expect(await undoMerge.as(station.police, { mergeId })).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
  });
});
