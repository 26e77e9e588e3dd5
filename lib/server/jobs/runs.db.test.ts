import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/server/core/id";
import { cancelRun, pauseRun, resumeRun, startRun } from "@/lib/server/matching/commands";
import { getRun } from "@/lib/server/matching/queries";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, makeTasks, SLIP, type Station } from "@/prisma/factories/tasks";
import { matchJob } from "./match";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let station: Station;
beforeEach(async () => {
  station = await makeStation(owner);
});

let listed = 0;

/** A list of people of a commune, every one of whom the registry knows; read and compared. */
async function importPeople(count: number, commune = station.commune): Promise<string> {
  const lines: ListPerson[] = [];
  for (let i = 0; i < count; i++) {
    const person = inventPerson();
    await makePerson(owner, person);
    listed += 1;
    const place = { provinceName: commune.province.name, communeName: commune.name };
    lines.push({ ...person, sex: "Nữ", sourceId: `R${listed}`, ...place });
  }
  const file = csvFile(listRows(lines));
  return (await importList(owner, station.coordinator, { file })).batchId;
}

type Over = { batchId: string } | { unitId: string } | { all: true };

async function start(over: Over): Promise<string> {
  const started = await startRun.as(station.coordinator, over);
  if (!started.ok) throw new Error(`not started: ${started.error.code} ${started.error.reason}`);
  return started.data.runId;
}

const { work, see } = {
  work: (runId: string, slice = 5) =>
    matchJob({ runId, officerId: station.coordinator.officerId }, { slice }),
  see: (runId: string) => getRun.as(station.coordinator, runId),
};

/** A newer registry: everything compared before it may have another answer. */
const loadSnapshot = () =>
  owner.query(
    "insert into registry_snapshot (id, file_name, reading_date, people) values ($1, 'x', now(), 0)",
    [newId()],
  );

/** Somebody presses a button while a slice is being written. */
async function whenDone(done: number, state: "paused" | "cancelled"): Promise<void> {
  await owner.query(`
    create or replace function change_state() returns trigger language plpgsql as $$
    begin new.state := '${state}'; return new; end $$;
    create trigger change_state before update on match_run for each row
      when (new.done = ${done} and old.done < ${done}) execute function change_state()`);
}
afterEach(() => owner.query("drop trigger if exists change_state on match_run"));

describe("a run", () => {
  it("stops when it is paused and goes on where it stood", async () => {
    const batchId = await importPeople(12);
    const runId = await start({ batchId });
    await whenDone(5, "paused");
    await work(runId);
    expect(await see(runId)).toMatchObject({ state: "paused", done: 5, total: 12, cells: [] });
    await work(runId);
    expect(await see(runId)).toMatchObject({ state: "paused", done: 5 });
    expect(await resumeRun.as(station.coordinator, { runId })).toMatchObject({ ok: true });
    await work(runId);
    const run = await see(runId);
    expect(run).toMatchObject({ state: "done", done: 12, total: 12 });
    expect(run.cells).toEqual([{ outcome: "matched", mainClass: "same", people: 12 }]);
  });

  it("keeps what it has found when it is cancelled, and can't go on", async () => {
    const runId = await start({ batchId: await importPeople(12) });
    await whenDone(10, "cancelled");
    await work(runId);
    const run = await see(runId);
    expect(run).toMatchObject({ state: "cancelled", done: 10 });
    expect(run.cells).toEqual([{ outcome: "matched", mainClass: "same", people: 10 }]);
    const again = await resumeRun.as(station.coordinator, { runId });
    expect(again).toMatchObject({ ok: false, error: { code: "RULE", reason: "runState" } });
  });

  it("is nobody's to stop from another area", async () => {
    const runId = await start({ batchId: await importPeople(1) });
    const stranger = (await makeStation(owner)).coordinator;
    for (const command of [pauseRun, resumeRun, cancelRun]) {
      expect(await command.as(stranger, { runId })).toMatchObject({ error: { code: "NOT_FOUND" } });
    }
  });
});

describe("a run over an area", () => {
  it("compares what an older registry was asked for, of that unit alone", async () => {
    const other = await makeCommune(owner, station.commune.province);
    await importPeople(3);
    await importPeople(4, other);
    await loadSnapshot();
    const runId = await start({ unitId: other.id });
    await work(runId);
    expect(await see(runId)).toMatchObject({ state: "done", total: 4, areaName: other.name });
    const everything = await start({ all: true });
    await work(everything);
    expect(await see(everything)).toMatchObject({ state: "done", total: 3 });
    const nothing = await start({ all: true });
    await work(nothing);
    expect(await see(nothing)).toMatchObject({ state: "done", total: 0, cells: [] });
  });

  it("leaves alone what somebody works on, and says so", async () => {
    const [task] = await makeTasks(owner, station, [SLIP]);
    await importPeople(2);
    await loadSnapshot();
    const runId = await start({ all: true });
    await work(runId);
    expect(await see(runId)).toMatchObject({ total: 2, done: 2, skipped: 1 });
    const results = "select count(*)::int as n from match_result where record_id = $1";
    expect((await owner.query(results, [task?.recordId])).rows).toEqual([{ n: 1 }]);
  });

  it("is refused beside another that shares records with it, and for a unit of others", async () => {
    await start({ unitId: station.commune.id });
    const busy = { error: { code: "RULE", reason: "areaBusy" } };
    expect(await startRun.as(station.coordinator, { all: true })).toMatchObject(busy);
    const elsewhere = await makeCommune(owner);
    const refused = await startRun.as(station.coordinator, { unitId: elsewhere.id });
    expect(refused).toMatchObject({ error: { code: "NOT_FOUND" } });
    const neighbour = await makeCommune(owner, station.commune.province);
    expect(await startRun.as(station.coordinator, { unitId: neighbour.id })).toMatchObject({
      ok: true,
    });
  });

  it("is not for officers of a commune", async () => {
    const health = await makeOfficer(owner, { role: "health", unit: station.commune });
    expect(await startRun.as(health, { all: true })).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
  });
});
