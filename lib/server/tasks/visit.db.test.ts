import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeOfficer, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  oneByOne,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { getContacts } from "./contact-queries";
import { recordVisit } from "./visit";

const owner = ownerClient();
let station: Station;
let team: MadeOfficer;
let nextTask: () => MadeTask;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune: unit } = station;
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  const wish = { record: { idNumber: "", phone: "0907654321", address: "Ấp 3" }, person: null };
  nextTask = oneByOne(await makeTasks(owner, station, Array(13).fill(wish)));
});
afterAll(() => owner.end());

const FOUND = { kind: "found", values: { idNumber: "079 085 001 234", birthDate: "5/9/1985" } };

function visitTo({ id: taskId, version }: MadeTask, result: object) {
  return { taskId, version, visitId: crypto.randomUUID(), result };
}

async function eventsOf({ id }: MadeTask): Promise<string[]> {
  const { rows } = await owner.query(
    "select event from task_event where task_id = $1 order by version",
    [id],
  );
  return rows.map((row) => row.event);
}

describe("a visit", () => {
  it("is an attempt, a step and what was found, all at once", async () => {
    const task = nextTask();
    const done = await recordVisit.as(team, visitTo(task, { ...FOUND, note: "Gặp tại nhà" }));
    expect(done).toEqual({ ok: true, data: { outcome: "applied", taskId: task.id, missing: 0 } });
    expect((await taskNow(owner, task.id)).state).toBe("verifying");
    const { lines, found } = await getContacts.as(station.police, task.id);
    expect(lines).toMatchObject([{ kind: "visit", outcome: "reached", note: "Gặp tại nhà" }]);
    expect(found).toEqual({ idNumber: "079085001234", birthDate: "05/09/1985" });
  });

  it("that met nobody stays an attempt", async () => {
    const task = nextTask();
    await recordVisit.as(team, visitTo(task, { kind: "notHome" }));
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "surveying" });
    expect((await getContacts.as(team, task.id)).attempts).toBe(1);
  });

  it("with a value that can't stand is refused by field, and nothing of it is done", async () => {
    const task = nextTask();
    const refused = await recordVisit.as(
      team,
      visitTo(task, { kind: "found", values: { idNumber: "12345" } }),
    );
    expect(refused).toMatchObject({ error: { code: "INVALID", fields: { idNumber: {} } } });
    expect(await eventsOf(task)).toEqual(["assign"]);
    expect((await getContacts.as(team, task.id)).lines).toEqual([]);
  });

  it("of a device whose clock runs ahead is one of today", async () => {
    const task = nextTask();
    const result = { kind: "notHome", day: "2999-01-01" };
    expect(await recordVisit.as(team, visitTo(task, result))).toMatchObject({ ok: true });
    const { rows } = await owner.query(
      "select at <= now() as past from contact_attempt where task_id = $1",
      [task.id],
    );
    expect(rows).toEqual([{ past: true }]);
  });

  it("keeps the day on which it was made, though it comes in later", async () => {
    const task = nextTask();
    await recordVisit.as(team, visitTo(task, { kind: "notHome", day: "2026-01-05" }));
    const { rows } = await owner.query(
      `select (at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from contact_attempt
       where task_id = $1`,
      [task.id],
    );
    expect(rows).toEqual([{ day: "2026-01-05" }]);
  });
});

describe("a visit that is sent again", () => {
  it("is one, also when its key has long been forgotten and the task has moved on", async () => {
    const task = nextTask();
    const visit = visitTo(task, FOUND);
    expect(await recordVisit.as(team, visit, visit.visitId)).toMatchObject({ ok: true });
    await owner.query("delete from idempotency_key where officer_id = $1", [team.officerId]);
    const again = await recordVisit.as(team, visit, visit.visitId);
    expect(again).toMatchObject({ ok: true, data: { outcome: "alreadyDone" } });
    expect(await eventsOf(task)).toEqual(["assign", "survey"]);
    expect((await getContacts.as(team, task.id)).lines).toHaveLength(1);
  });

  it("is one when it comes five times at the same moment", async () => {
    const task = nextTask();
    const visit = visitTo(task, { kind: "notHome" });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => recordVisit.as(team, visit, visit.visitId)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(5);
    expect((await getContacts.as(team, task.id)).lines).toHaveLength(1);
  });

  it("may not be another's", async () => {
    const [task, other] = [nextTask(), nextTask()];
    const visit = visitTo(task, { kind: "notHome" });
    await recordVisit.as(team, visit);
    for (const by of [station.health, team]) {
      const taken = { ...visitTo(other, { kind: "notHome" }), visitId: visit.visitId };
      expect(await recordVisit.as(by, taken)).toMatchObject({ error: { reason: "keyReused" } });
    }
    expect((await getContacts.as(team, other.id)).lines).toEqual([]);
  });
});

describe("a visit to a task that was changed meanwhile", () => {
  it("is refused where it is a step, with who and when, and its attempt isn't kept either", async () => {
    const task = nextTask();
    await recordVisit.as(station.health, visitTo(task, { kind: "found" }));
    const late = await recordVisit.as(team, visitTo(task, FOUND));
    expect(late).toMatchObject({
      error: {
        code: "CONFLICT",
        reason: "visitChanged",
        params: { name: station.health.fullName },
      },
    });
    const { lines } = await getContacts.as(team, task.id);
    expect(lines.map((line) => line.name)).toEqual([station.health.fullName]);
    const anyway = await recordVisit.as(team, { ...visitTo(task, FOUND), version: null });
    expect(anyway).toMatchObject({ error: { code: "RULE", reason: "resultChanged" } });
  });

  it("is kept where it is an attempt only: that was a fact", async () => {
    const task = nextTask();
    const stale = { ...task, version: task.version + 3 };
    expect(await recordVisit.as(team, visitTo(stale, { kind: "notHome" }))).toMatchObject({
      ok: true,
    });
    expect(await recordVisit.as(team, visitTo(stale, FOUND))).toMatchObject({
      error: { code: "CONFLICT" },
    });
    const looked = { ...visitTo(stale, FOUND), version: null };
    expect(await recordVisit.as(team, looked)).toMatchObject({ ok: true });
    expect(await eventsOf(task)).toEqual(["assign", "survey"]);
  });
});

it("a visit that somebody else wrote down is not sent in this officer's name", async () => {
  const task = nextTask();
  const visit = { ...visitTo(task, { kind: "notHome" }), officerId: team.officerId };
  expect(await recordVisit.as(station.health, visit)).toMatchObject({
    error: { code: "UNAUTHENTICATED" },
  });
  expect(await recordVisit.as(team, visit)).toMatchObject({ ok: true });
});

it("a stranger's visit finds no task", async () => {
  const { health } = await makeStation(owner);
  const task = nextTask();
  expect(await recordVisit.as(health, visitTo(task, { kind: "notHome" }))).toMatchObject({
    error: { code: "NOT_FOUND" },
  });
});
