import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "@/lib/domain/access/error-code";
import { readCode } from "@/lib/domain/directives/request-code";
import { submitTask } from "@/lib/server/tasks/correct";
import { readReturn } from "@/lib/server/tasks/read-return";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTask, SLIP, type Station, taskNow } from "@/prisma/factories/tasks";
import { getRequest, listRequests, listRequestsOfRecord } from "./request-queries";
import { findRecords } from "./request-records";
import { openRequestTask } from "./request-task";
import { answerRequest, enterRequest, linkRequest } from "./requests";

const owner = ownerClient();
let station: Station;

beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  station = await makeStation(owner);
});

function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.reason}`);
  return result.data;
}

const SAID = {
  fullName: "Nguyễn Thị Hòa",
  phone: "0901 234 567",
  kind: "birthDate",
  words: "Tháng sinh phải là tháng 3",
  papersSeen: "on",
};

const enter = async (wish: Partial<typeof SAID> = {}) =>
  dataOf(await enterRequest.as(station.health, { ...SAID, ...wish }));

const linkTo = async (requestId: string, recordId: string) =>
  dataOf(await linkRequest.as(station.health, { requestId, version: 1, recordId }));

describe("entering", () => {
  it("gives a code to read aloud, and 48 hours", async () => {
    const { requestId, code } = await enter();
    expect(readCode(code)).toBe(code);
    const request = await getRequest.as(station.police, requestId);
    expect(request.dueAt.getTime() - request.enteredAt.getTime()).toBe(48 * 3_600_000);
    expect(request).toMatchObject({ ...SAID, papersSeen: true, stage: "received" });
  });

  it.each([
    ["papersSeen", { papersSeen: undefined }, "papersSeen"],
    ["kind", { kind: "" }, "requestKind"],
    ["words", { words: " " }, "requestWords"],
    ["fullName", { fullName: "" }, "nameMissing"],
    ["phone", { phone: "không có" }, "phoneShape"],
  ])("asks for %s", async (field, wish, code) => {
    const refused = await enterRequest.as(station.health, { ...SAID, ...wish });
    expect(refused).toMatchObject({ error: { code: "INVALID", fields: { [field]: { code } } } });
  });

  it("is for the two offices; a coordinator reads, a hamlet team does not", async () => {
    const { requestId } = await enter();
    const { coordinator, commune } = station;
    expect(await enterRequest.as(coordinator, SAID)).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
    expect(await getRequest.as(coordinator, requestId)).toMatchObject({ id: requestId });
    const hamlet = await makeOfficer(owner, { role: "hamlet", unit: commune });
    await expect(getRequest.as(hamlet, requestId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("does not exist for another commune of the province", async () => {
    const { requestId } = await enter();
    const unit = await makeCommune(owner, station.commune.province);
    const stranger = await makeOfficer(owner, { role: "health", unit });
    await expect(getRequest.as(stranger, requestId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listRequests.as(stranger, {})).toEqual([]);
    const answer = { requestId, version: 1, answer: "Đã xong" };
    expect(await answerRequest.as(stranger, answer)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it("writes nothing of what was said into the log", async () => {
    const { requestId } = await enter();
    const { rows } = await owner.query(
      "select detail from audit_entry where command = 'request.enter' and entity_id = $1",
      [requestId],
    );
    expect(rows).toEqual([{ detail: { kind: "birthDate" } }]);
  });
});

describe("finding the record", () => {
  it("by its code, its number, or its name without marks, and nowhere else", async () => {
    const { recordId } = await makeTask(owner, station, SLIP);
    const { rows } = await owner.query<{ code: string; id_number: string }>(
      "select code, id_number from record where id = $1",
      [recordId],
    );
    const { code = "", id_number: number = "" } = rows[0] ?? {};
    const elsewhere = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    for (const text of [code, code.toLowerCase(), number, "nguyen thi hoan", "THỊ HOÀN"]) {
      const found = dataOf(await findRecords.as(station.health, { text }));
      expect(
        found.records.map((one) => one.id),
        text,
      ).toEqual([recordId]);
      expect(found.records[0]).toMatchObject({ taskState: "correcting" });
      expect(found.records[0]?.idNumber).not.toBe(number);
      expect(dataOf(await findRecords.as(elsewhere, { text })).records).toEqual([]);
    }
    const log = await owner.query<{ detail: unknown }>(
      "select detail from audit_entry where command = 'request.find' and officer_id = $1 order by at",
      [station.health.officerId],
    );
    expect(log.rows).toHaveLength(5);
    expect(log.rows[2]?.detail).toEqual({ by: "number", records: [recordId] });
  });
});

describe("what came of it", () => {
  it("follows the record's open task by itself", async () => {
    const task = await makeTask(owner, station, SLIP);
    const { requestId } = await enter();
    await linkTo(requestId, task.recordId);
    const stage = async () => (await getRequest.as(station.health, requestId)).stage;
    expect(await stage()).toBe("health");
    const { id: taskId, personId } = task;
    const choices = { fullName: { choice: "registry" } };
    const sent = { taskId, version: task.version, personId, choices };
    expect(dataOf(await submitTask.as(station.health, sent)).state).toBe("publishing");
    expect(await stage()).toBe("corrected");
    const of = await listRequestsOfRecord.as(station.police, task.recordId);
    expect(of.map((one) => one.id)).toEqual([requestId]);
  });

  it("does not take a task that was over before the request for its answer", async () => {
    const task = await makeTask(owner, station, SLIP);
    await close(task.id);
    const { requestId } = await enter();
    await linkTo(requestId, task.recordId);
    expect((await getRequest.as(station.health, requestId)).stage).toBe("linked");
  });

  it("opens the record's task again and gives it to police, who read what was said", async () => {
    const task = await makeTask(owner, station, SLIP);
    const { requestId, code } = await enter();
    await linkTo(requestId, task.recordId);
    const open = { requestId, version: 2 };
    expect(await openRequestTask.as(station.health, open)).toMatchObject({
      error: { code: "RULE", reason: "recordHasTask" },
    });
    await close(task.id);
    const opened = dataOf(await openRequestTask.as(station.health, open));
    expect(opened).toMatchObject({ taskId: task.id, state: "verifying" });
    expect(await taskNow(owner, task.id)).toMatchObject({
      force: "police",
      assigneeId: station.police.officerId,
      resolution: null,
    });
    const { rows } = await owner.query(
      `select last_comment, due_on > now()::date as later from task where id = $1`,
      [task.id],
    );
    expect(rows).toEqual([{ last_comment: `${code}: ${SAID.words}`, later: true }]);
    expect((await getRequest.as(station.health, requestId)).stage).toBe("police");
  });

  it("opens a first task for a record that nothing seemed wrong with", async () => {
    const task = await makeTask(owner, station, SLIP);
    await owner.query("delete from task_assignment where task_id = $1", [task.id]);
    await owner.query("delete from task_event where task_id = $1", [task.id]);
    await owner.query("delete from task where id = $1", [task.id]);
    const { requestId } = await enter({ kind: "missingDose" });
    const without = await openRequestTask.as(station.health, { requestId, version: 1 });
    expect(without).toMatchObject({ error: { code: "RULE", reason: "recordNotLinked" } });
    await linkTo(requestId, task.recordId);
    const opened = dataOf(await openRequestTask.as(station.police, { requestId, version: 2 }));
    expect(opened.state).toBe("correcting");
    expect(await taskNow(owner, opened.taskId)).toMatchObject({
      force: "health",
      assigneeId: station.health.officerId,
    });
    const said = await readReturn.as(station.health, { taskId: opened.taskId, version: 2 });
    expect(said.ok).toBe(true);
  });

  it("is answered once, by whoever is first", async () => {
    const { requestId } = await enter();
    const answer = {
      requestId,
      version: 1,
      answer: "Đã sửa ngày sinh, mời bạn xem lại chứng nhận.",
    };
    const results = await Promise.all(
      [station.health, station.police].map((by) => answerRequest.as(by, answer)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { code: "CONFLICT", reason: "alreadyAnswered" },
    });
    const late = await linkRequest.as(station.health, {
      requestId,
      version: 2,
      recordId: requestId,
    });
    expect(late).toMatchObject({ error: { reason: "alreadyAnswered" } });
    expect(await listRequests.as(station.health, { open: true })).toEqual([]);
    expect((await getRequest.as(station.health, requestId)).answer).toBe(answer.answer);
  });

  it("is listed with the most overdue first and the answered last", async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await enter()).requestId);
    const [a, b, c] = ids as [string, string, string];
    await owner.query(
      "update citizen_request set due_at = now() - interval '5 hours' where id = $1",
      [b],
    );
    dataOf(await answerRequest.as(station.health, { requestId: a, version: 1, answer: "Đã xong" }));
    const listed = await listRequests.as(station.police, {});
    expect(listed.map((one) => one.id)).toEqual([b, c, a]);
  });

  async function close(taskId: string) {
    await owner.query(
      `update task set state = 'closed', force = 'system', resolution = 'corrected',
         closed_at = now() - interval '1 day' where id = $1`,
      [taskId],
    );
  }
});
