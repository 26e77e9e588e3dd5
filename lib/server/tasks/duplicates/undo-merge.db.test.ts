import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { undoTask } from "@/lib/server/tasks/undo";
import { AZ, makeTwice, merge, PFIZER, SECOND } from "@/prisma/factories/duplicates";
import { ownerClient } from "@/prisma/factories/owner";
import { type MadeTask, makeStation, type Station, taskNow } from "@/prisma/factories/tasks";
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

/** Everything that an undo has to bring back, but for what every change counts up. */
async function stateOf(records: readonly { recordId: string }[]): Promise<unknown[]> {
  const ids = records.map((one) => one.recordId);
  const state = [];
  for (const [table, key, without] of [
    ["record", "id", "'{version,updated_at}'"],
    ["task", "record_id", "'{version,state_since,moved_by_id,before}'"],
    ["dose", "record_id", "'{}'"],
    ["correction", "record_id", "'{}'"],
    ["import_row", "record_id", "'{}'"],
  ]) {
    const { rows } = await owner.query(
      `select (to_jsonb(x) - ${without}::text[])::text as row from ${table} x where ${key} = any($1) order by 1`,
      [ids],
    );
    state.push(rows);
  }
  return state;
}

describe("a merge", () => {
  it("is taken back exactly", async () => {
    const tasks = await two({ doses: [AZ] }, { doses: [PFIZER, SECOND] });
    const [stays, goes] = tasks;
    await owner.query(
      "update task set state = 'waiting', resume_to = 'correcting', wait_reason = 'appointment'," +
        " wait_until = '2026-12-24', clock_stopped_at = now(), last_comment = 'Hẹn' where id = $1",
      [goes.id],
    );
    const before = await stateOf(tasks);
    const answers = { "2021-08-05": "all" };
    const of = { stays: stays.recordId, closes: [goes.recordId], answers };
    const done = await merge(station.health, of);
    if (!done.ok) throw new Error(`not merged: ${done.error.reason}`);
    const { mergeId } = done.data;
    expect(await stateOf(tasks)).not.toEqual(before);
    expect(await undoMerge.as(station.health, { mergeId })).toMatchObject({ ok: true });
    expect(await stateOf(tasks)).toEqual(before);
    expect(await dosesOf(stays)).toEqual(["2021-08-05 AstraZeneca"]);
    expect(await undoMerge.as(station.health, { mergeId })).toMatchObject({
      error: { code: "CONFLICT", reason: "mergeUndone" },
    });
    const { history } = await getTaskDetail.as(station.health, goes.id);
    expect(history.map((line) => line.event)).toEqual(["assign", "duplicate", "undo"]);
  });

  it("needs a reason to be taken back after a day", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ] });
    const done = await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
    const mergeId = done.ok ? done.data.mergeId : "";
    await owner.query("update record_merge set at = now() - interval '25 hours' where id = $1", [
      mergeId,
    ]);
    expect(await undoMerge.as(station.health, { mergeId })).toMatchObject({
      error: { reason: "unmergeReason" },
    });
    const reason = "Hai chị em sinh đôi";
    expect(await undoMerge.as(station.health, { mergeId, reason })).toMatchObject({ ok: true });
    expect(await taskNow(owner, goes.id)).toMatchObject({ state: "correcting", resolution: null });
  });

  it("is never half undone: neither by ten seconds nor by reopening", async () => {
    const [stays, goes] = await two({ doses: [AZ] }, { doses: [AZ] });
    await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
    const detail = await getTaskDetail.as(station.health, goes.id);
    expect(detail.events).toEqual([]);
    const { version } = await taskNow(owner, goes.id);
    const undone = await undoTask.as(station.health, { taskId: goes.id, version });
    expect(undone).toMatchObject({ error: { code: "RULE", reason: "notMerged" } });
  });

  it("can be made of what was merged before, and each is undone by itself", async () => {
    const [first, second, third] = await makeTwice(owner, station, [
      { doses: [AZ] },
      { doses: [SECOND] },
      { doses: [{ date: "20/01/2022", vaccine: "Pfizer" }] },
    ]);
    if (!first || !second || !third) throw new Error("three were asked for");
    const one = await merge(station.health, { stays: first.recordId, closes: [second.recordId] });
    await merge(station.health, { stays: third.recordId, closes: [first.recordId] });
    expect(await dosesOf(third)).toHaveLength(3);
    const mergeId = one.ok ? one.data.mergeId : "";
    expect(await undoMerge.as(station.health, { mergeId })).toMatchObject({ ok: true });
    expect(await dosesOf(third)).toHaveLength(2);
    expect(await taskNow(owner, second.id)).toMatchObject({ state: "correcting" });
  });
});
