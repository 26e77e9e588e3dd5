import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { compareOne } from "@/lib/server/matching/run";
import { ownerClient } from "@/prisma/factories/owner";
import { makePerson } from "@/prisma/factories/registry-people";
import {
  handOver,
  type MadeTask,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";
import { getTaskDetail } from "./detail";
import { confirmTask, rejectCandidate, surveyTask } from "./verify";

const owner = ownerClient();
let station: Station;
/** A record under the number of somebody of another name, at the police. */
let aStranger: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aStranger = oneByOne(await makeTasks(owner, station, Array(8).fill(OTHER_NAME)));
});
afterAll(() => owner.end());

const inputOf = (task: MadeTask, choices: object) => ({
  taskId: task.id,
  version: task.version,
  personId: task.personId,
  choices,
});
const ALL_FROM_REGISTRY = {
  fullName: { choice: "registry" },
  birthDate: { choice: "registry" },
  sex: { choice: "registry" },
  idNumber: { choice: "registry" },
};

async function recordOf({ recordId }: MadeTask) {
  const { rows } = await owner.query("select * from record where id = $1", [recordId]);
  return rows[0];
}

async function confirmedOf({ id }: MadeTask) {
  const { rows } = await owner.query<{ confirmed: Record<string, string | null> | null }>(
    "select confirmed from task where id = $1",
    [id],
  );
  return rows[0]?.confirmed;
}

describe("confirming", () => {
  it("says who somebody is, and leaves the record as it stands", async () => {
    const task = aStranger();
    const before = await recordOf(task);
    const done = await confirmTask.as(station.police, inputOf(task, ALL_FROM_REGISTRY));
    expect(done).toMatchObject({ data: { state: "handover" } });
    expect(await confirmedOf(task)).toMatchObject({ fullName: "Nguyễn Thị Hòa", sex: "female" });
    expect(await recordOf(task)).toEqual(before);
  });

  it("says all four fields, the record's own where nothing was chosen", async () => {
    const task = aStranger();
    const choices = { fullName: { choice: "edit", value: "Trần Văn Nam Em" } };
    await confirmTask.as(station.police, inputOf(task, choices));
    const { id_number: idNumber } = await recordOf(task);
    expect(await confirmedOf(task)).toEqual({
      fullName: "Trần Văn Nam Em",
      birthDate: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}$/),
      sex: "female",
      idNumber,
    });
  });

  it("says nothing of how to reach them", async () => {
    const task = aStranger();
    const choices = { phone: { choice: "edit", value: "0901234567" } };
    await confirmTask.as(station.police, inputOf(task, choices));
    expect(await confirmedOf(task)).not.toHaveProperty("phone");
  });

  it("refuses a value that can't stand, and keeps the task", async () => {
    const task = aStranger();
    const choices = { idNumber: { choice: "edit", value: "0791850012" } };
    const refused = await confirmTask.as(station.police, inputOf(task, choices));
    const fields = { idNumber: { code: "idNumberLength" } };
    expect(refused).toMatchObject({ error: { code: "INVALID", fields } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying" });
    expect(await confirmedOf(task)).toBeNull();
  });

  it("lets stand what came with the record and was not touched", async () => {
    const wish = { record: { idNumber: "0791850012", fullName: "Trần Văn Nam" }, person: null };
    const task = await makeTask(owner, station, wish);
    const survey = { taskId: task.id, version: task.version, comment: "Không gặp được ai" };
    await surveyTask.as(station.health, survey);
    const input = { ...inputOf(task, {}), version: task.version + 1, personId: null };
    expect(await confirmTask.as(station.police, input)).toMatchObject({ ok: true });
  });

  it("is for police", async () => {
    const task = aStranger();
    const refused = await confirmTask.as(station.health, inputOf(task, ALL_FROM_REGISTRY));
    expect(refused).toMatchObject({ error: { code: "FORBIDDEN" } });
  });
});

/** What the next comparison of a record proposes. */
async function proposedFor(task: MadeTask): Promise<string[]> {
  const compared = await transaction(scopeOf(station.coordinator), ({ sql }) =>
    compareOne(sql, task.recordId, null),
  );
  return compared?.decision.candidates.map((candidate) => candidate.personId) ?? [];
}

describe("not the same person", () => {
  const reject = (task: MadeTask) => {
    const { id: taskId, version, personId } = task;
    return rejectCandidate.as(station.police, { taskId, version, personId });
  };
  const shownOf = async (task: MadeTask) =>
    (await getTaskDetail.as(station.police, task.id)).candidates.map((one) => one.personId);

  it("is remembered by the next comparison", async () => {
    const task = aStranger();
    expect(await proposedFor(task)).toEqual([task.personId]);
    expect(await reject(task)).toMatchObject({ ok: true, data: { version: task.version + 1 } });
    expect(await proposedFor(task)).toEqual([]);
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying", force: "police" });
  });

  it("takes them from the screen at once, and their values with them", async () => {
    const task = aStranger();
    expect(await shownOf(task)).toEqual([task.personId]);
    await reject(task);
    expect(await shownOf(task)).toEqual([]);
    const input = { ...inputOf(task, ALL_FROM_REGISTRY), version: task.version + 1 };
    const refused = await confirmTask.as(station.police, input);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "candidateGone" } });
  });

  it("leaves the other candidate", async () => {
    const task = aStranger();
    const { rows } = await owner.query(
      "select to_char(birth_date, 'DD/MM/YYYY') as born from record where id = $1",
      [task.recordId],
    );
    const other = await makePerson(owner, {
      fullName: "Trần Văn Nam",
      birthDate: rows[0].born,
      sex: "female",
      idNumber: "001099000077",
    });
    expect((await proposedFor(task)).sort()).toEqual([task.personId, other].sort());
    await reject(task);
    expect(await shownOf(task)).toEqual([other]);
    expect(await proposedFor(task)).toEqual([other]);
  });

  it("holds when the record is sent after the hand-over", async () => {
    const task = await makeTask(owner, station, OTHER_NAME);
    await reject(task);
    const confirm = { ...inputOf(task, {}), version: task.version + 1, personId: null };
    await confirmTask.as(station.police, confirm);
    await handOver(station);
    const { version } = await taskNow(owner, task.id);
    const sent = await submitTask.as(station.health, { ...confirm, version });
    expect(sent).toMatchObject({ data: { state: "correcting" } });
    const { outcome, rule } = await recordOf(task);
    expect([outcome, rule]).toEqual(["unmatched", "number_not_found"]);
  });
});
