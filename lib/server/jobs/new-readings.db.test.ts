import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { reportRegistryError } from "@/lib/server/tasks/registry-error";
import { listRegistryErrors } from "@/lib/server/tasks/registry-errors";
import { typeReading } from "@/lib/server/tasks/type-reading";
import { undoTask } from "@/lib/server/tasks/undo";
import { dayFromToday } from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { loadRegistry } from "@/prisma/registry/load";
import { rematchReadings } from "./new-readings";
import { resumeWaits } from "./waits";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let folder: string;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  folder = await mkdtemp(join(tmpdir(), "portal-readings-"));
});
afterAll(async () => {
  await owner.end();
  await rm(folder, { recursive: true, force: true });
});

/** The record is right; it is the registry that has another name under the number. */
const REGISTRY_WRONG: Wish = { person: { fullName: "Trần Văn Nam" } };
const RIGHT = { fullName: "Nguyễn Thị Hòa" };

const report = async (task: MadeTask, right: object = RIGHT, officer = station.police) =>
  reportRegistryError.as(officer, {
    taskId: task.id,
    version: (await taskNow(owner, task.id)).version,
    personId: task.personId,
    right,
    comment: "Giấy khai sinh ghi khác",
  });

/** A task whose registry data police have reported wrong. */
async function reported(): Promise<MadeTask> {
  const task = await makeTask(owner, station, REGISTRY_WRONG);
  expect(task.state).toBe("verifying");
  expect(await report(task)).toMatchObject({ ok: true, data: { state: "waiting" } });
  return task;
}

/** Loads a snapshot in which this person is called so. */
async function loadSnapshot(task: MadeTask, fullName: string): Promise<void> {
  const { rows } = await owner.query(
    `select source_person_id, id_number, to_char(birth_date, 'DD/MM/YYYY') as born, sex from person where id = $1`,
    [task.personId],
  );
  const { source_person_id: source, id_number: number, born, sex } = rows[0];
  const file = join(folder, `${task.id}.csv`);
  const titles = "person_id,id_number,old_ids,full_name,birth_date,sex,address,commune_code";
  await writeFile(
    file,
    `${titles}\n${source},${number},,${fullName},${born},${sex === "male" ? "Nam" : "Nữ"},,`,
  );
  const { people } = await loadRegistry(owner, file, { readingDate: dayFromToday(0) });
  expect(people).toBe(1);
}

async function eventsOf({ id }: MadeTask) {
  const { rows } = await owner.query(
    "select event, by_owner from task_event where task_id = $1 order by version",
    [id],
  );
  return rows.map((row) => `${row.event} ${row.by_owner}`).slice(1);
}

describe("the registry is wrong", () => {
  it("waits for a newer reading, ten working days at most, on the list of whoever said so", async () => {
    const task = await reported();
    const { rows } = await owner.query(
      `select wait_reason, assignee_id, wait_until::text, wait_until - current_date as days from task where id = $1`,
      [task.id],
    );
    expect(rows[0]).toMatchObject({
      wait_reason: "registry",
      assignee_id: station.police.officerId,
    });
    expect([13, 14, 15, 16]).toContain(rows[0]?.days);
    const errors = await listRegistryErrors.as(station.health, task.id);
    expect(errors).toMatchObject([{ fields: RIGHT, name: station.police.fullName }]);
    expect(await listRegistryErrors.as(elsewhere.police, task.id)).toEqual([]);
  });

  it("is said of fields in which it says something else, by police of the place", async () => {
    const task = await makeTask(owner, station, REGISTRY_WRONG);
    expect(await report(task, { fullName: "Trần Văn Nam" })).toMatchObject({
      error: { code: "RULE", reason: "readingSame" },
    });
    expect(await report(task, { birthDate: "31/02/1990" })).toMatchObject({
      error: { code: "INVALID", fields: { birthDate: {} } },
    });
    expect(await report(task, RIGHT, station.health)).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
    expect(await report(task, RIGHT, elsewhere.police)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it("is taken back within ten seconds, with what was said", async () => {
    const task = await reported();
    const { version } = await taskNow(owner, task.id);
    expect(await undoTask.as(station.police, { taskId: task.id, version })).toMatchObject({
      data: { state: "verifying" },
    });
    expect(await listRegistryErrors.as(station.police, task.id)).toEqual([]);
  });
});

describe("a newer snapshot", () => {
  it("that is right lets the record pass; one that says the same brings police back", async () => {
    const right = await reported();
    const same = await reported();
    expect(await rematchReadings()).toBe(0);
    await loadSnapshot(right, "Nguyễn Thị Hòa");
    await loadSnapshot(same, "Trần Văn Nam");
    expect(await rematchReadings()).toBe(2);
    expect(await taskNow(owner, right.id)).toMatchObject({
      state: "closed",
      resolution: "falseMismatch",
    });
    expect(await taskNow(owner, same.id)).toMatchObject({
      state: "verifying",
      assigneeId: station.police.officerId,
    });
    expect((await eventsOf(same)).slice(-2)).toEqual(["newReading system", "fail system"]);
    expect(await rematchReadings()).toBe(0);
  });

  it("is compared with once, however many workers notice it at once", async () => {
    const task = await reported();
    await loadSnapshot(task, "Nguyễn Thị Hòa");
    const counts = await Promise.all([rematchReadings(), rematchReadings(), rematchReadings()]);
    expect(counts.reduce((a, b) => a + b)).toBe(1);
    expect((await eventsOf(task)).filter((event) => event.startsWith("newReading"))).toHaveLength(
      1,
    );
  });

  it("that never comes: police are asked again", async () => {
    const task = await reported();
    await owner.query("update task set wait_until = $2 where id = $1", [task.id, dayFromToday(0)]);
    expect(await resumeWaits()).toBe(1);
    expect(await taskNow(owner, task.id)).toMatchObject({
      state: "verifying",
      assigneeId: station.police.officerId,
    });
  });
});

describe("a reading that police type in", () => {
  const typeIn = async (task: MadeTask, said: object, of: { personId?: string | null } = {}) =>
    typeReading.as(station.police, {
      taskId: task.id,
      version: (await taskNow(owner, task.id)).version,
      personId: task.personId || null,
      said,
      ...of,
    });

  /** What the record holds, as police find it on their machine too. */
  async function valuesOf(task: MadeTask) {
    const { rows } = await owner.query(
      `select full_name as "fullName", to_char(birth_date, 'DD/MM/YYYY') as "birthDate", sex, id_number as "idNumber"
       from record where id = $1`,
      [task.recordId],
    );
    return rows[0];
  }

  it("stands in the registry's column beside this record, and not beside another", async () => {
    const task = await makeTask(owner, station, REGISTRY_WRONG);
    const values = { ...(await valuesOf(task)), fullName: "Nguyễn Thị Hoàn" };
    expect(await typeIn(task, values)).toMatchObject({ ok: true, data: { state: "verifying" } });
    const { candidates } = await getTaskDetail.as(station.police, task.id);
    expect(candidates[0]).toMatchObject({ personId: task.personId, typed: true });
    expect(candidates[0]?.rows.find(({ field }) => field === "fullName")?.other).toBe(
      "Nguyễn Thị Hoàn",
    );
    const { rows } = await owner.query("select full_name from person where id = $1", [
      task.personId,
    ]);
    expect(rows).toEqual([{ full_name: "Trần Văn Nam" }]);
  });

  it("may be of somebody whom the snapshot lacks", async () => {
    const task = await makeTask(owner, station, { person: null });
    expect(await typeIn(task, await valuesOf(task))).toMatchObject({ ok: true });
    const { candidates } = await getTaskDetail.as(station.police, task.id);
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({ typed: true });
    expect(candidates[0]?.rows.every((row) => row.class === "same")).toBe(true);
  });

  it("releases the task that waits for it at once", async () => {
    const task = await reported();
    expect(await typeIn(task, await valuesOf(task))).toMatchObject({ data: { state: "closed" } });
    expect(await eventsOf(task)).toEqual([
      "registryError police",
      "newReading system",
      "pass system",
      "published system",
    ]);
  });

  it("gives way to a newer snapshot", async () => {
    const task = await makeTask(owner, station, REGISTRY_WRONG);
    await typeIn(task, { ...(await valuesOf(task)), fullName: "Nguyễn Thị Hoàn" });
    await loadSnapshot(task, "Trần Văn Nam");
    const { candidates } = await getTaskDetail.as(station.police, task.id);
    expect(candidates[0]).toMatchObject({ typed: false });
  });

  it("is of a person on the screen, with values that can stand", async () => {
    const task = await makeTask(owner, station, REGISTRY_WRONG);
    const other = await makeTask(owner, station, REGISTRY_WRONG);
    const values = await valuesOf(task);
    expect(await typeIn(task, values, { personId: other.personId })).toMatchObject({
      error: { reason: "candidateGone" },
    });
    expect(await typeIn(task, { ...values, fullName: "" })).toMatchObject({
      error: { code: "INVALID", fields: { fullName: {} } },
    });
    const { version } = await taskNow(owner, task.id);
    const input = { taskId: task.id, version, personId: null, said: values };
    expect(await typeReading.as(elsewhere.police, input)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });
});
