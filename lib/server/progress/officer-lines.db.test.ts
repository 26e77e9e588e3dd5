import { NIL, v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { ROLES } from "@/lib/domain/access/roles";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { TASK_EVENTS, type TaskEvent } from "@/lib/domain/tasks/flow";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { type Sql, transaction } from "@/lib/server/core/db";
import { addBatch, addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { undoTask } from "@/lib/server/tasks/undo";
import { makeApprovingStation, sendCorrected } from "@/prisma/factories/approvals";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { type Taken, writeHistory } from "@/prisma/factories/histories";
import { ownerClient } from "@/prisma/factories/owner";
import { chanceOf } from "@/prisma/factories/random-changes";
import { NONE, setShares } from "@/prisma/factories/sampling";
import { makeTask, SLIP } from "@/prisma/factories/tasks";
import { listOfficerLines, type OfficerLine } from "./officer-lines";
import { getProgressQuality, speedSince } from "./quality";

const owner = ownerClient();
let commune: MadeCommune;
let beside: MadeCommune;
let leader: MadeOfficer;
let above: MadeOfficer;
let neighbour: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  beside = await makeCommune(owner, commune.province);
  leader = await makeOfficer(owner, { role: "leader", unit: commune });
  above = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
  neighbour = await makeOfficer(owner, { role: "leader", unit: beside });
});
afterAll(() => owner.end());

const force = (unit = commune) => makeOfficer(owner, { role: "police", unit });

async function makeOne(unit = commune): Promise<string> {
  const wish = { batchId: await addBatch(owner, unit), unit, mainClass: "typo" };
  const recordId = await addRecord(owner, wish);
  return addTask(owner, { recordId, unit, state: "verifying", force: "police" });
}

const happen = (history: readonly Taken[]) => writeHistory(owner, speedSince(), history);

/** All lines of an officer, page by page, and what the head of each page says. */
async function listAll(actor: Actor, officer: MadeOfficer, unit?: string) {
  const lines: OfficerLine[] = [];
  const heads = new Set<string>();
  let after: string | undefined;
  do {
    const filter = { officer: officer.officerId, unit, after };
    const page = await listOfficerLines.as(actor, filter);
    lines.push(...page.lines);
    heads.add(`${page.fullName} ${page.steps}`);
    after = page.next ?? undefined;
  } while (after);
  return { lines, heads: [...heads] };
}

async function figureOf(actor: Actor, officer: MadeOfficer, unit?: string) {
  const { officers } = await getProgressQuality.as(actor, unit);
  return officers?.find(({ officerId }) => officerId === officer.officerId);
}

const COUNTED: readonly TaskEvent[] = [
  "survey",
  "cannotFind",
  "confirm",
  "rejectCandidate",
  "registryError",
  "giveUp",
  "submit",
  "return",
];
const DAY = 86_400_000_000;

describe("the list behind an officer's steps", () => {
  it.each([1, 2, 3])("holds what the figure counts, whatever happened (%i)", async (seed) => {
    const chance = chanceOf(seed);
    const one = <T>(all: readonly T[]) => all[Math.floor(chance() * all.length)] as T;
    const officers = [await force(), await force(), await force(beside)];
    const tasks = [await makeOne(), await makeOne(), await makeOne(beside)];
    const history = Array.from({ length: 600 }, () => ({
      taskId: one(tasks),
      unit: one([commune, commune, beside]),
      by: one([...officers, null]),
      event: one(chance() < 0.5 ? COUNTED : TASK_EVENTS),
      // Up to today, and some before; many at one moment, at the first that counts and one microsecond away.
      at: one([0, -1, 1, DAY, DAY, DAY + 1, Math.floor((chance() * 15 - 2) * DAY)]),
    }));
    await happen(history);
    for (const [i, officer] of officers.entries()) {
      const home = i < 2 ? commune : beside;
      const counted = history.filter(
        ({ by, unit, event, at }) =>
          by === officer && unit === home && at >= 0 && COUNTED.includes(event),
      );
      const figure = await figureOf(above, officer, home.id);
      expect(figure?.steps).toBe(counted.length);
      const { lines, heads } = await listAll(above, officer, home.id);
      expect(heads).toEqual([`${officer.fullName} ${counted.length}`]);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(counted.length);
      expect(lines.map(({ event }) => event).sort()).toEqual(
        counted.map(({ event }) => event).sort(),
      );
      expect(new Set(lines.map(({ at }) => clockThere(at).day)).size).toBe(figure?.days);
      const times = lines.map(({ key }) => Number(key.split("_")[1]));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it("goes over several pages of one moment without a line twice or lost", async () => {
    const officer = await force();
    const taskId = await makeOne();
    const step = { taskId, unit: commune, by: officer, event: "confirm" } as const;
    const history = Array.from({ length: 130 }, (_, i) => ({ ...step, at: DAY + (i % 3 ? 0 : 1) }));
    await happen(history);
    const { lines, heads } = await listAll(leader, officer);
    expect(lines).toHaveLength(130);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(130);
    expect(heads).toEqual([`${officer.fullName} 130`]);
  });

  it("holds a step that was taken back too, as it was taken", async () => {
    const station = await makeApprovingStation(owner);
    // What the sample has drawn waits for an approver, and its sending can't be taken back.
    await setShares(owner, NONE);
    const task = await makeTask(owner, station, SLIP);
    const { id: taskId, version } = await sendCorrected(owner, station, task);
    expect(await undoTask.as(station.health, { taskId, version })).toMatchObject({ ok: true });
    await sendCorrected(owner, station, task);
    const director = await makeOfficer(owner, { role: "leader", unit: station.commune });
    expect((await figureOf(director, station.health))?.steps).toBe(2);
    const { lines } = await listAll(director, station.health);
    const line = { event: "submit", mainClass: "typo", unitName: station.commune.name };
    expect(lines).toMatchObject([line, line]);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      "at",
      "event",
      "key",
      "mainClass",
      "mainField",
      "recordCode",
      "state",
      "unitName",
    ]);
    expect(JSON.stringify(lines)).not.toContain("Nguyễn");
  });

  it("begins at its top at a place of another list", async () => {
    const officer = await force();
    const taskId = await makeOne();
    await happen([{ taskId, unit: commune, by: officer, event: "giveUp", at: DAY }]);
    const after = `${commune.path}_verifying_${taskId}`;
    const page = await listOfficerLines.as(leader, { officer: officer.officerId, after });
    expect(page.lines).toHaveLength(1);
  });

  it("keeps a step of a task that went to another commune, but not what the task is there", async () => {
    const officer = await force();
    const taskId = await makeOne();
    await happen([{ taskId, unit: commune, by: officer, event: "confirm", at: DAY }]);
    const [before] = (await listAll(leader, officer)).lines;
    expect(before).toMatchObject({ mainClass: "typo", state: "verifying" });
    const moved = [beside.id, beside.path, taskId];
    await owner.query("update task set unit_id = $1, unit_path = $2 where id = $3", moved);
    expect((await listAll(leader, officer)).lines).toEqual([
      { ...before, mainClass: null, mainField: null, state: null },
    ]);
    expect((await listAll(above, officer, commune.id)).lines).toEqual([before]);
  });
});

describe("whose steps the figure doesn't count", () => {
  const nobody = { fullName: null, steps: 0, lines: [], next: null };

  it("has an empty list without a name: of another unit, of no force, locked, unknown", async () => {
    const [stranger, locked, director] = [await force(beside), await force(), leader];
    const taskId = await makeOne();
    const taken = { taskId, unit: commune, event: "confirm", at: DAY } as const;
    await happen([stranger, locked, director].map((by) => ({ ...taken, by })));
    await owner.query("update officer set disabled_at = now() where id = $1", [locked.officerId]);
    for (const officer of [stranger, locked, director, { officerId: v7() }]) {
      const page = await listOfficerLines.as(leader, { officer: officer.officerId });
      expect(page).toMatchObject(nobody);
      expect(page.unit.id).toBe(commune.id);
    }
  });
});

describe("who may not see the figure", () => {
  it("is refused, whatever officer they ask for", async () => {
    const officer = await force();
    for (const role of ROLES.filter((one) => one !== "coordinator" && one !== "leader")) {
      const colleague = await makeOfficer(owner, { role, unit: commune });
      for (const { officerId } of [officer, colleague]) {
        await expect(
          listOfficerLines.as(colleague, { officer: officerId }),
          role,
        ).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
  });

  it("doesn't find it where there is none, nor a unit of another area", async () => {
    const { officerId: officer } = await force();
    await expect(listOfficerLines.as(above, { officer })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const unit of [commune.id, commune.province.id]) {
      await expect(listOfficerLines.as(neighbour, { officer, unit })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("reaches no line by the statement itself, nor does a session without a scope", async () => {
    const officer = await force();
    const taskId = await makeOne();
    await happen([{ taskId, unit: commune, by: officer, event: "confirm", at: DAY }]);
    const { from, to } = scopeRange(commune.path);
    const text = "select 1 as line from officer_lines($1, $2, $3, $4, '', $4, $5, 500)";
    const reach = (sql: Sql) => sql(text, [officer.officerId, from, to, new Date(0), NIL]);
    const within = (actor: Actor) => transaction(scopeOf(actor), ({ sql }) => reach(sql));
    expect(await within(leader)).toHaveLength(1);
    expect(await within(neighbour)).toEqual([]);
    expect(await transaction(NO_SCOPE, ({ sql }) => reach(sql))).toEqual([]);
  });

  it.each(["officer_steps('0', 'z', now())", "officers_counted('0', 'z')"])(
    "can't call %s, which knows no scope",
    async (call) => {
      const all = transaction(scopeOf(leader), ({ sql }) => sql(`select 1 from ${call}`));
      await expect(all).rejects.toMatchObject({ code: "42501" });
    },
  );
});
