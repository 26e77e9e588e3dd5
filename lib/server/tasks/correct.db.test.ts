import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeOfficer, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makePerson } from "@/prisma/factories/registry-people";
import {
  type MadeTask,
  makeConfirmed,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { returnTask, submitTask } from "./correct";

const owner = ownerClient();
let station: Station;
/** A record with one wrong letter in its name, at the health station. */
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(14).fill(SLIP)));
});
afterAll(() => owner.end());

const RIGHT = "Nguyễn Thị Hòa";
const WRONG = "Nguyễn Thị Hoàn";
const FROM_REGISTRY = { fullName: { choice: "registry" } };

const inputOf = (task: MadeTask, choices: object = FROM_REGISTRY) => ({
  taskId: task.id,
  version: task.version,
  personId: task.personId,
  choices,
});

async function recordOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select full_name as "fullName", phone, outcome, received->>'fullName' as received
     from record where id = $1`,
    [recordId],
  );
  return rows[0];
}

async function correctionsOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select field, from_value as "from", to_value as "to", source, by_id as "byId"
     from correction where record_id = $1 order by field`,
    [recordId],
  );
  return rows;
}

async function historyOf({ id }: MadeTask): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `select event || ' ' || to_state as line from task_event where task_id = $1 order by version`,
    [id],
  );
  return rows.map((row) => row.line);
}

describe("the registry's value under the same number", () => {
  it("is taken, compared again at once, and waits to go back to the source", async () => {
    const task = aSlip();
    const done = await submitTask.as(station.health, inputOf(task));
    expect(done).toMatchObject({ ok: true, data: { state: "publishing" } });
    expect(await recordOf(task)).toMatchObject({ fullName: RIGHT, outcome: "matched" });
    const byId = station.health.officerId;
    expect(await correctionsOf(task)).toEqual([
      { field: "fullName", from: WRONG, to: RIGHT, source: "registry", byId },
    ]);
    expect(await historyOf(task)).toEqual([
      "assign correcting",
      "submit rematching",
      "pass publishing",
    ]);
  });

  it("is no longer on anybody's list, so that it doesn't count as their work", async () => {
    const task = aSlip();
    const assigneeOf = async () => (await taskNow(owner, task.id)).assigneeId;
    expect(await assigneeOf()).toBe(station.health.officerId);
    await submitTask.as(station.health, inputOf(task));
    expect(await assigneeOf()).toBeNull();
  });

  it("leaves what was received as it came", async () => {
    const task = aSlip();
    await submitTask.as(station.health, inputOf(task));
    expect(await recordOf(task)).toMatchObject({ received: WRONG });
  });
});

describe("a value of who somebody is, typed at the station", () => {
  it("is refused with nothing written, not even what came with it", async () => {
    const task = aSlip();
    const choices = {
      fullName: { choice: "edit", value: "Nguyễn Thị Hoa" },
      phone: { choice: "edit", value: "0901234567" },
    };
    const before = [await taskNow(owner, task.id), await recordOf(task), await historyOf(task)];
    const refused = await submitTask.as(station.health, inputOf(task, choices));
    const params = { field: "fullName" };
    expect(refused).toMatchObject({
      error: { code: "RULE", reason: "identityNeedsPolice", params },
    });
    expect(await correctionsOf(task)).toEqual([]);
    const after = [await taskNow(owner, task.id), await recordOf(task), await historyOf(task)];
    expect(after).toEqual(before);
  });

  it("is refused in the registry's name too, once a later list has brought another number", async () => {
    const task = aSlip();
    const query = "update record set id_number = '001099012345' where id = $1";
    await owner.query(query, [task.recordId]);
    const refused = await submitTask.as(station.health, inputOf(task));
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "identityNeedsPolice" } });
    expect(await correctionsOf(task)).toEqual([]);
  });

  it("is taken where police confirmed exactly it", async () => {
    const typed = "Nguyễn Thị Hoa";
    const choices = { fullName: { choice: "edit", value: typed } };
    const task = await makeConfirmed(owner, station, { wish: OTHER_NAME, choices });
    const done = await submitTask.as(station.health, inputOf(task, choices));
    expect(done).toMatchObject({ ok: true });
    expect(await correctionsOf(task)).toMatchObject([{ to: typed, source: "police" }]);
  });

  it("is refused with each field that can't stand", async () => {
    const task = aSlip();
    const choices = {
      birthDate: { choice: "edit", value: "31/02/1985" },
      phone: { choice: "edit", value: "12" },
    };
    const refused = await submitTask.as(station.health, inputOf(task, choices));
    expect(refused).toMatchObject({
      error: {
        code: "INVALID",
        fields: { birthDate: { code: "dateNotReal" }, phone: { code: "phoneNumber" } },
      },
    });
    expect(await correctionsOf(task)).toEqual([]);
  });
});

describe("the comparison after sending", () => {
  it("sends back what still differs, and keeps what was corrected", async () => {
    const task = aSlip();
    const choices = { phone: { choice: "edit", value: "0901234567" } };
    const done = await submitTask.as(station.health, inputOf(task, choices));
    expect(done).toMatchObject({ data: { state: "correcting", version: task.version + 2 } });
    expect(await recordOf(task)).toMatchObject({ phone: "0901234567", outcome: "review" });
    expect((await historyOf(task)).slice(-2)).toEqual(["submit rematching", "fail correcting"]);
  });

  it("closes as a false alarm what agrees without any correction", async () => {
    const task = aSlip();
    await owner.query("update person set full_name = $2 where id = $1", [task.personId, WRONG]);
    const done = await submitTask.as(station.health, inputOf(task, {}));
    expect(done).toMatchObject({ data: { state: "closed" } });
    expect(await taskNow(owner, task.id)).toMatchObject({ resolution: "falseMismatch" });
    expect(await correctionsOf(task)).toEqual([]);
  });
});

describe("four who send one version at once", () => {
  it("are one who wins and three who are told by whom, with a line for each", async () => {
    const task = aSlip();
    const nurses: MadeOfficer[] = [];
    for (const fullName of ["Bùi Văn Y", "Vũ Thị Z", "Hồ Văn X", "Đỗ Thị V"]) {
      nurses.push(await makeOfficer(owner, { role: "health", unit: station.commune, fullName }));
    }
    const results = await Promise.all(nurses.map((by) => submitTask.as(by, inputOf(task))));
    const winner = nurses[results.findIndex((result) => result.ok)];
    const lost = results.flatMap((result) => (result.ok ? [] : [result.error]));
    const params = { name: winner?.fullName, at: expect.stringMatching(/^\d{2}:\d{2}$/) };
    expect(lost).toEqual(Array(3).fill({ code: "CONFLICT", reason: "changed", params }));

    const { rows } = await owner.query(
      `select command, result, count(*)::int as n from audit_entry where officer_id = any($1)
       group by 1, 2 order by result = 'done' desc`,
      [nurses.map((nurse) => nurse.officerId)],
    );
    expect(rows).toEqual([
      { command: "task.submit", result: "done", n: 1 },
      { command: "task.submit", result: "CONFLICT", n: 3 },
    ]);
    expect(await correctionsOf(task)).toHaveLength(1);
    expect((await taskNow(owner, task.id)).version).toBe(task.version + 2);
  });

  it("holds for one officer who sends four times too", async () => {
    const task = aSlip();
    const four = Array.from({ length: 4 }, () => submitTask.as(station.health, inputOf(task)));
    expect((await Promise.all(four)).filter((result) => result.ok)).toHaveLength(1);
    expect(await correctionsOf(task)).toHaveLength(1);
  });
});

describe("somebody who is not among the candidates", () => {
  it("lends no values", async () => {
    const task = aSlip();
    const personId = await makePerson(owner, {
      fullName: RIGHT,
      birthDate: "01/02/1999",
      sex: "female",
      idNumber: "079199000001",
    });
    const refused = await submitTask.as(station.health, { ...inputOf(task), personId });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "candidateGone" } });
  });
});

describe("sending back to police", () => {
  it("says why in words, which the next officer reads", async () => {
    const task = aSlip();
    const { id: taskId, version } = task;
    const empty = await returnTask.as(station.health, { taskId, version, comment: "  " });
    expect(empty).toMatchObject({ error: { fields: { comment: { code: "commentNeeded" } } } });
    const comment = "Người này đã chuyển đi nơi khác";
    await returnTask.as(station.health, { taskId, version, comment });
    expect(await taskNow(owner, taskId)).toMatchObject({ state: "verifying", force: "police" });
    const { rows } = await owner.query("select last_comment as c from task where id = $1", [
      taskId,
    ]);
    expect(rows).toEqual([{ c: comment }]);
  });

  it("is for a task that the station has", async () => {
    const task = aSlip();
    await submitTask.as(station.health, inputOf(task));
    const { version } = await taskNow(owner, task.id);
    const input = { taskId: task.id, version, comment: "Không đúng" };
    const refused = await returnTask.as(station.health, input);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "wrongState" } });
  });
});
