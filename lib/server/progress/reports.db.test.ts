import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { clockThere, dayAfter } from "@/lib/domain/units/work-calendar";
import { addBatch, addRecord, addTask } from "@/lib/server/handovers/test-rows";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getReport, listReports, writeReport } from "./reports";

const owner = ownerClient();
const other = ownerClient();
beforeAll(() => Promise.all([owner.connect(), other.connect()]));
afterAll(() => Promise.all([owner.end(), other.end()]));

const today = clockThere(new Date()).day;
const WEEK = { from: dayAfter(today, -6), to: today };

let commune: MadeCommune;
let leader: MadeOfficer;

async function addWork(people: number, state = "verifying"): Promise<void> {
  const batchId = await addBatch(owner, commune.province);
  for (let i = 0; i < people; i++) {
    const recordId = await addRecord(owner, { batchId, unit: commune, outcome: "unmatched" });
    await addTask(owner, { recordId, unit: commune, state, force: "police" });
  }
}

/** Writes a report of the leader's province and reads it. */
async function writtenBy(officer: MadeOfficer, unitId = commune.province.id) {
  const result = await writeReport.as(officer, { unitId, ...WEEK });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return getReport.as(officer, result.data.id);
}

beforeEach(async () => {
  commune = await makeCommune(owner);
  leader = await makeOfficer(owner, { role: "leader", unit: commune.province });
  await addWork(3);
});

it("keeps what there was, whatever happens afterwards", async () => {
  const report = await writtenBy(leader);
  expect(report).toMatchObject({ number: 1, from: WEEK.from, to: today, intact: true });
  expect(report.content).toMatchObject({
    figures: { total: 3, wrong: 3, open: 3 },
    before: { people: 0 },
    after: { people: 3 },
    flow: { opened: { people: 3 } },
    units: [{ name: commune.name, open: 3, opened: 3, closed: 0 }],
    author: { role: "leader", signs: true },
  });
  await addWork(2);
  await owner.query(
    "update task set state = 'closed', resolution = 'corrected' where unit_id = $1",
    [commune.id],
  );
  expect(await getReport.as(leader, report.id)).toEqual(report);
  const next = await writtenBy(leader);
  expect(next.number).toBe(2);
  expect(next.content.figures).toMatchObject({ total: 5, open: 0, closed: { corrected: 5 } });
});

it("holds figures of one instant, though others write between its statements", async () => {
  await other.query("begin");
  await other.query("lock table progress_day in access exclusive mode");
  const writing = writtenBy(leader);
  // What remains has been read; what happened waits for the table.
  await vi.waitFor(async () => {
    const { rows } = await owner.query(
      "select 1 from pg_locks where relation = 'progress_day'::regclass and not granted",
    );
    expect(rows).toHaveLength(1);
  });
  await addWork(4);
  await other.query("commit");
  const { content } = await writing;
  expect(content.figures.open).toBe(3);
  expect(content.flow.opened.people).toBe(3);
  expect(content.before.people).toBe(0);
});

it("gives everybody a number of their own, however many write at once", async () => {
  const four = await Promise.all([1, 2, 3, 4].map(() => writtenBy(leader)));
  expect(four.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  const { rows } = await owner.query(
    "select result, count(*)::int as n from audit_entry where officer_id = $1 group by 1",
    [leader.officerId],
  );
  expect(rows).toEqual([{ result: "done", n: 4 }]);
});

it("counts the numbers of each unit for itself", async () => {
  await writtenBy(leader);
  const below = await writtenBy(leader, commune.id);
  expect(below).toMatchObject({ number: 1, unitName: commune.name, unitId: commune.id });
  expect(below.content.author.signs).toBe(false);
});

it("tells when a content is no longer the one that was written", async () => {
  const { id } = await writtenBy(leader);
  await owner.query(
    "update progress_report set content = jsonb_set(content, '{figures,open}', '2') where id = $1",
    [id],
  );
  expect(await getReport.as(leader, id)).toMatchObject({ intact: false });
});

it("can't be changed or taken away by the portal", async () => {
  const { rows } = await owner.query(
    `select privilege_type as may from information_schema.role_table_grants
     where table_name = 'progress_report' and grantee = 'portal_app' order by 1`,
  );
  expect(rows.map(({ may }) => may)).toEqual(["INSERT", "SELECT"]);
});

describe("who may", () => {
  it("write: leaders and coordinators of the unit or of one above it", async () => {
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    const local = await makeOfficer(owner, { role: "leader", unit: commune });
    expect((await writtenBy(coordinator)).content.author.signs).toBe(false);
    expect((await writtenBy(local, commune.id)).content.author.signs).toBe(true);
    const above = { unitId: commune.province.id, ...WEEK };
    expect(await writeReport.as(local, above)).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it.each(["police", "health", "admin"] as const)("not write: the role %s", async (role) => {
    const unit = role === "admin" ? commune.province : commune;
    const officer = await makeOfficer(owner, { role, unit });
    const result = await writeReport.as(officer, { unitId: commune.id, ...WEEK });
    expect(result).toMatchObject({ error: { code: "FORBIDDEN" } });
  });

  it("read: those of the area, and nobody of another province", async () => {
    const { id } = await writtenBy(leader, commune.id);
    const police = await makeOfficer(owner, { role: "police", unit: commune });
    expect((await getReport.as(police, id)).intact).toBe(true);
    const far = await makeCommune(owner);
    const stranger = await makeOfficer(owner, { role: "leader", unit: far.province });
    await expect(getReport.as(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const there = { unitId: commune.id, ...WEEK };
    expect(await writeReport.as(stranger, there)).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("not read what was written for a unit above", async () => {
    const { id } = await writtenBy(leader);
    const police = await makeOfficer(owner, { role: "police", unit: commune });
    await expect(getReport.as(police, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it.each([
  ["ends tomorrow", { from: today, to: dayAfter(today) }, "dayAhead"],
  ["ends before it begins", { from: today, to: dayAfter(today, -1) }, "daysTurned"],
  ["is longer than a year", { from: dayAfter(today, -366), to: today }, "periodLong"],
])("refuses a period that %s", async (_, period, code) => {
  const result = await writeReport.as(leader, { unitId: commune.id, ...period });
  expect(result).toMatchObject({ error: { code: "INVALID", fields: { to: { code } } } });
});

describe("the list", () => {
  it("has the newest first, of the unit and those below it, a page at a time", async () => {
    await writtenBy(leader, commune.id);
    for (let i = 0; i < 20; i++) await writtenBy(leader);
    const first = await listReports.as(leader, {});
    expect(first.reports.rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, at) => 20 - at),
    );
    const { next } = first.reports;
    const second = await listReports.as(leader, { after: next ?? "" });
    expect(second.reports.rows.map(({ unitName }) => unitName)).toEqual([commune.name]);
    const { previous } = second.reports;
    expect((await listReports.as(leader, { before: previous ?? "" })).reports.rows).toEqual(
      first.reports.rows,
    );
    expect(first.start).toBe(today);
  });
});
