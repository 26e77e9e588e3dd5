import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SCOPE } from "@/lib/domain/access/scope";
import { readRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { transaction } from "@/lib/server/core/db";
import { type MadeOfficer, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { getContacts } from "./contact-queries";
import { recordResult } from "./result-commands";
import { findByRowCode } from "./result-queries";
import { createWorksheet } from "./worksheet";
import { getWorksheet, getWorksheetChoices } from "./worksheet-queries";

const nobodyOf = (address: string): Wish => ({
  record: { idNumber: "", phone: "0907654321", address },
  person: null,
});

const owner = ownerClient();
let station: Station;
let hamletId: string;
let team: MadeOfficer;
let otherTeam: MadeOfficer;
let stranger: MadeOfficer;
let tasks: MadeTask[];
/** By task, the code on the team's first sheet. */
let codes: Map<string, string>;

async function codesOf(worksheetId: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ task_id: string; code: string }>(
    "select task_id, code from worksheet_line where worksheet_id = $1 order by line_no",
    [worksheetId],
  );
  return new Map(rows.map((row) => [row.task_id, row.code]));
}

async function sheetOf(officer: MadeOfficer, input: object): Promise<string> {
  const made = await createWorksheet.as(officer, input);
  if (!made.ok) throw new Error(`no sheet: ${made.error.code} ${made.error.reason}`);
  return made.data.worksheetId;
}

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune: unit } = station;
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  hamletId = hamlet.id;
  const other = await makeHamlet(owner, unit, "Ấp 4");
  team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  otherTeam = await makeOfficer(owner, { role: "hamlet", unit, hamlet: other });
  stranger = (await makeStation(owner)).health;
  const wishes = [...Array(10).fill(nobodyOf("Ấp 3")), nobodyOf("Ấp 4"), nobodyOf("")];
  tasks = await makeTasks(owner, station, [...wishes, OTHER_NAME]);
  codes = await codesOf(await sheetOf(team, { kind: "hamlet", hamletId }));
});
afterAll(() => owner.end());

const codeOf = (task: MadeTask | undefined) => codes.get(task?.id ?? "") ?? "";
const taskAt = (at: number) => tasks[at] as MadeTask;
const found = { kind: "found", values: { idNumber: "079 085 001 234", birthDate: "5/9/1985" } };
const record = (by: MadeOfficer, code: string, result: object) =>
  recordResult.as(by, { code, result });

describe("a list to go round with", () => {
  it("has the hamlet's lines, each with a code that can be read again", async () => {
    const id = await sheetOf(station.health, { kind: "hamlet", hamletId });
    const sheet = await getWorksheet.as(team, id);
    expect(sheet).toMatchObject({ kind: "hamlet", hamlet: "Ấp 3" });
    expect(sheet.lines).toHaveLength(10);
    expect(sheet.lines.map((line) => line.lineNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sheet.lines.every((line) => readRowCode(line.code).ok)).toBe(true);
    expect(sheet.lines[0]).toMatchObject({ phone: "090***4321", missing: ["idNumber"] });
    expect(JSON.stringify(sheet)).not.toContain("0907654321");
  });

  it("has codes of its own: an earlier sheet's are other ones", async () => {
    const again = await codesOf(await sheetOf(team, { kind: "hamlet", hamletId }));
    expect(again.size).toBe(10);
    expect(new Set([...codes.values(), ...again.values()]).size).toBe(20);
  });

  it("may be that of the records without a hamlet, or of whom police verify", async () => {
    const without = await codesOf(await sheetOf(station.health, { kind: "noHamlet" }));
    expect([...without.keys()]).toEqual([taskAt(11).id]);
    const police = await codesOf(await sheetOf(station.police, { kind: "noHamlet" }));
    expect([...police.keys()]).toEqual([taskAt(12).id]);
    const own = await codesOf(await sheetOf(station.police, { kind: "own" }));
    expect([...own.keys()]).toEqual([taskAt(12).id]);
  });

  it("is offered with how many lines there are", async () => {
    const { hamlets } = await getWorksheetChoices.as(station.health, undefined);
    expect(hamlets.map(({ hamlet, count }) => [hamlet, count])).toEqual([
      ["Ấp 3", 10],
      ["Ấp 4", 1],
      [null, 1],
    ]);
    expect((await getWorksheetChoices.as(team, undefined)).hamlets).toHaveLength(1);
  });

  it("is a hamlet team's own whatever it asks for, and nobody else's", async () => {
    const other = await codesOf(await sheetOf(otherTeam, { kind: "hamlet", hamletId }));
    expect([...other.keys()]).toEqual([taskAt(10).id]);
    const id = await sheetOf(team, { kind: "hamlet", hamletId });
    for (const one of [otherTeam, stranger]) {
      await expect(getWorksheet.as(one, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const foreign = await createWorksheet.as(stranger, { kind: "hamlet", hamletId });
    expect(foreign).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("is refused where there is nobody to look for", async () => {
    const none = await createWorksheet.as(stranger, { kind: "own" });
    expect(none).toMatchObject({ error: { code: "RULE", reason: "worksheetEmpty" } });
  });
});

describe("a row code", () => {
  it("means nothing outside the hamlet, and nothing without a session", async () => {
    const code = codeOf(taskAt(0));
    expect(await findByRowCode.as(team, code)).toMatchObject({ line: { taskId: taskAt(0).id } });
    for (const one of [otherTeam, stranger]) {
      const unknown = { line: null, problem: { code: "rowCodeUnknown" } };
      expect(await findByRowCode.as(one, code)).toMatchObject(unknown);
      const refused = await record(one, code, { kind: "notHome" });
      expect(refused).toMatchObject({ error: { code: "RULE", reason: "rowCodeUnknown" } });
    }
    await transaction(NO_SCOPE, async ({ sql }) => {
      expect(await sql("select 1 from worksheet_line")).toEqual([]);
    });
  });

  it("that is mistyped is refused with what is wrong", async () => {
    const code = codeOf(taskAt(0));
    const last = code.at(-1) === "2" ? "3" : "2";
    const refused = await record(team, code.slice(0, -1) + last, { kind: "notHome" });
    expect(refused).toMatchObject({ error: { fields: { code: { code: "rowCodeCheck" } } } });
    const { attempts } = await getContacts.as(team, taskAt(0).id);
    expect(attempts).toBe(0);
  });
});

describe("a result that is typed", () => {
  it("of whom was found goes on to police, with the values beside it", async () => {
    const task = taskAt(1);
    const code = codeOf(task);
    const done = await record(team, code.toLowerCase(), { ...found, note: "Xem căn cước" });
    expect(done).toMatchObject({ data: { outcome: "applied", taskId: task.id } });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying", force: "police" });
    const { found: seen, lines } = await getContacts.as(station.police, task.id);
    expect(seen).toEqual({ idNumber: "079085001234", birthDate: "05/09/1985" });
    expect(lines).toMatchObject([{ kind: "visit", outcome: "reached" }]);
    const { rows } = await owner.query("select last_comment from task where id = $1", [task.id]);
    expect(rows[0].last_comment).toBe("Đã gặp. Tìm được: Số định danh, Ngày sinh. Xem căn cước");
    expect((await getContacts.as(station.health, task.id)).found?.idNumber).toBe("0790****1234");
  });

  it("that comes twice is done once; a later one finds the task gone on", async () => {
    const task = taskAt(2);
    const code = codeOf(task);
    await record(team, code, found);
    expect(await record(team, code, found)).toMatchObject({ data: { outcome: "alreadyDone" } });
    const other = await record(team, code, { kind: "notHome" });
    expect(other).toMatchObject({ error: { code: "RULE", reason: "resultChanged" } });
    expect((await getContacts.as(station.police, task.id)).lines).toHaveLength(1);
    expect(await taskNow(owner, task.id)).toMatchObject({ version: task.version + 1 });
  });

  it("that comes twice at once is done once", async () => {
    const code = codeOf(taskAt(3));
    const all = await Promise.all(Array.from({ length: 4 }, () => record(team, code, found)));
    const outcomes = all.map((one) => (one.ok ? one.data.outcome : one.error.reason)).sort();
    expect(outcomes).toEqual(["alreadyDone", "alreadyDone", "alreadyDone", "applied"]);
  });

  it("proposes to close after enough attempts, and says how many are missing before", async () => {
    const task = taskAt(4);
    const code = codeOf(task);
    const gone = (day: string) => record(team, code, { kind: "unknown", close: true, day });
    expect(await gone("2026-01-05")).toMatchObject({ data: { missing: 2 } });
    expect(await gone("2026-01-06")).toMatchObject({ data: { missing: 1 } });
    expect(await gone("2026-01-07")).toMatchObject({ data: { missing: 0 } });
    const { rows } = await owner.query("select state, proposed from task where id = $1", [task.id]);
    expect(rows).toEqual([{ state: "approving", proposed: "insufficient" }]);
  });

  it("of somebody who has died proposes to close at once", async () => {
    const task = taskAt(5);
    await record(station.health, codeOf(task), { kind: "deceased", note: "Giấy chứng tử 2022" });
    const { rows } = await owner.query("select state, proposed from task where id = $1", [task.id]);
    expect(rows).toEqual([{ state: "approving", proposed: "deceased" }]);
  });

  it("ends an appointment", async () => {
    const task = taskAt(6);
    await owner.query(
      "update task set state = 'waiting', resume_to = 'surveying', wait_reason = 'appointment' where id = $1",
      [task.id],
    );
    expect(await record(station.health, codeOf(task), found)).toMatchObject({ ok: true });
    expect(await taskNow(owner, task.id)).toMatchObject({ state: "verifying" });
  });

  it("is refused as a whole while somebody else has the task open, or its return is unread", async () => {
    const task = taskAt(7);
    const code = codeOf(task);
    await owner.query(
      "update task set lease_by_id = $2, lease_until = now() + interval '5 minutes' where id = $1",
      [task.id, station.health.officerId],
    );
    const held = await record(team, code, found);
    expect(held).toMatchObject({ error: { code: "RULE", reason: "leaseTaken" } });
    await owner.query("update task set lease_until = null, unread_return = true where id = $1", [
      task.id,
    ]);
    expect(await record(team, code, found)).toMatchObject({ error: { reason: "read" } });
    expect(await getContacts.as(team, task.id)).toMatchObject({
      attempts: 0,
      lines: [],
      found: null,
    });
  });

  it("with a value that can't stand does nothing", async () => {
    const task = taskAt(8);
    const wrong = { kind: "found", values: { idNumber: "07908500123" } };
    const refused = await record(team, codeOf(task), wrong);
    expect(refused).toMatchObject({ error: { fields: { idNumber: { code: "idNumberLength" } } } });
    const ahead = await record(team, codeOf(task), { kind: "notHome", day: "2099-01-01" });
    expect(ahead).toMatchObject({ error: { fields: { day: { code: "dayAhead" } } } });
    expect(await taskNow(owner, task.id)).toMatchObject({ version: task.version });
  });
});
