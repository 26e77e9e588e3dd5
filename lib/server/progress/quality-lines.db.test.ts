import { NIL } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { QUALITY_FIGURES, type QualityFigure } from "@/lib/domain/progress/quality";
import { scopeRange } from "@/lib/domain/units/unit";
import { type Sql, transaction } from "@/lib/server/core/db";
import { approveTask, returnApproval } from "@/lib/server/tasks/approve";
import { recordContact } from "@/lib/server/tasks/contact";
import { reportSystem } from "@/lib/server/tasks/report";
import { rejectReports, upholdReports } from "@/lib/server/tasks/report-decide";
import { undoTask } from "@/lib/server/tasks/undo";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
} from "@/prisma/factories/approvals";
import { type MadeOfficer, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makeCentre } from "@/prisma/factories/rules";
import { EVERYTHING, NONE, setShares } from "@/prisma/factories/sampling";
import { type MadeTask, makeTasks, OTHER_NAME, SLIP } from "@/prisma/factories/tasks";
import { getProgressQuality } from "./quality";
import { listQualityLines, type QualityLine } from "./quality-lines";

const owner = ownerClient();
let station: ApprovingStation;
let leader: MadeOfficer;
let neighbour: MadeOfficer;
let above: MadeOfficer;

const done = async (command: Promise<{ ok: boolean }>) => {
  expect(await command).toMatchObject({ ok: true });
};

/** One report that is upheld, one that is rejected, one that waits. */
async function makeReports(tasks: MadeTask[]): Promise<void> {
  const centre = await makeCentre(owner);
  const said = { reason: "right_refused", expected: "same_person_name_harmless" };
  const cause = { field: "fullName", level: "typo_1", expected: said.expected };
  for (const decision of ["upheld", "rejected", "open"]) {
    const { id: taskId, version, personId } = tasks.pop() as MadeTask;
    await done(reportSystem.as(station.health, { taskId, version, personId, ...said }));
    if (decision === "upheld") await done(upholdReports.as(centre.proposer, cause));
    const note = "Hai tên khác nhau";
    if (decision === "rejected") await done(rejectReports.as(centre.proposer, { ...cause, note }));
  }
}

/** Sent, and approved, sent back, or still to be looked at; one was sent twice, and drawn the second time only. */
async function makeSamples(tasks: MadeTask[]): Promise<void> {
  const twice = tasks.pop() as MadeTask;
  await setShares(owner, NONE);
  const { id, version: sent } = await sendCorrected(owner, station, twice);
  await done(undoTask.as(station.health, { taskId: id, version: sent }));
  await setShares(owner, EVERYTHING);
  const answers = ["return", "approve", "return", "wait"];
  for (const [i, task] of [twice, ...tasks].entries()) {
    const { id: taskId, version } = await sendCorrected(owner, station, task);
    const checked = { taskId, version };
    if (answers[i] === "approve") await done(approveTask.as(station.approver, checked));
    const returned = { ...checked, comment: "Sai tên" };
    if (answers[i] === "return") await done(returnApproval.as(station.approver, returned));
  }
}

const ATTEMPT = `
  insert into contact_attempt (id, task_id, record_id, unit_path, by_id, kind, outcome, at, counted)
  select gen_random_uuid(), id, record_id, unit_path, id, 'visit', 'notHome', $2, $3
  from task, generate_series(1, $4::int) where id = $1`;

async function makeAttempts(tasks: MadeTask[]): Promise<void> {
  const [first, second] = tasks as [MadeTask, MadeTask];
  const call = { kind: "phone", outcome: "noAnswer" };
  for (const { id: taskId, version } of [first, second]) {
    await done(recordContact.as(station.police, { taskId, version, ...call }));
  }
  // Counted once on one day, whatever is tried in the same way.
  const { id: taskId, version } = first;
  const again = { taskId, version, ...call, outcome: "wrongNumber" };
  await done(recordContact.as(station.police, again));
  const now = Date.now();
  const day = 86_400_000;
  const at = (before: number) => new Date(now - before);
  // More than two pages, most of them of one moment; and some that don't count or are too old.
  await owner.query(ATTEMPT, [second.id, at(day), true, 90]);
  await owner.query(ATTEMPT, [second.id, `${at(day).toISOString().slice(0, -1)}001Z`, true, 30]);
  await owner.query(ATTEMPT, [second.id, at(2 * day), false, 3]);
  await owner.query(ATTEMPT, [second.id, at(91 * day), true, 3]);
}

beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
  const { commune } = station;
  leader = await makeOfficer(owner, { role: "leader", unit: commune });
  above = await makeOfficer(owner, { role: "leader", unit: commune.province });
  const beside = await makeCommune(owner, commune.province);
  neighbour = await makeOfficer(owner, { role: "leader", unit: beside });
  const slips = await makeTasks(owner, station, Array(7).fill(SLIP));
  await makeReports(slips);
  await makeSamples(slips);
  await makeAttempts(await makeTasks(owner, station, [OTHER_NAME, OTHER_NAME]));
});
afterAll(() => owner.end());

/** All lines of a figure, page by page, and what the head of each page says. */
async function listAll(actor: Actor, quality: QualityFigure, unit?: string) {
  const lines: QualityLine[] = [];
  const amounts = new Set<number>();
  let after: string | undefined;
  do {
    const page = await listQualityLines.as(actor, { quality, unit, after });
    lines.push(...page.lines);
    amounts.add(page.amount);
    after = page.next ?? undefined;
  } while (after);
  return { lines, amounts: [...amounts] };
}

const EXPECTED: Partial<Record<QualityFigure, number>> = {
  "report.open": 1,
  "report.upheld": 1,
  "report.rejected": 1,
  "contact.noAnswer": 2,
  "contact.notHome": 120,
  "sample.passed": 4,
  "sample.checked": 3,
  "sample.wrong": 2,
};

async function figuresOf(actor: Actor, unit?: string): Promise<Record<string, number>> {
  const { reports, contacts, sample } = await getProgressQuality.as(actor, unit);
  const named = (kind: string, of: Record<string, number>) =>
    Object.entries(of).map(([word, n]) => [`${kind}.${word}`, n] as const);
  return Object.fromEntries([
    ...named("report", reports),
    ...named("contact", contacts),
    ...named("sample", sample),
  ]);
}

describe("the list behind a figure of quality", () => {
  it.each(QUALITY_FIGURES)("of %s holds as many lines as the figure says", async (figure) => {
    const expected = EXPECTED[figure] ?? 0;
    const { id } = station.commune;
    const readers = [[leader], [above], [above, id]] as const;
    for (const [actor, unit] of readers) {
      expect((await figuresOf(actor, unit))[figure]).toBe(expected);
      const { lines, amounts } = await listAll(actor, figure, unit);
      expect(amounts).toEqual([expected]);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      expect(lines).toHaveLength(expected);
    }
  });

  it("says in which way somebody was tried, and how a check ended", async () => {
    const called = await listAll(leader, "contact.noAnswer");
    expect(called.lines.map(({ detail }) => detail)).toEqual(["phone", "phone"]);
    const passed = await listAll(leader, "sample.passed");
    expect(passed.lines.map(({ detail }) => detail).sort()).toEqual([
      "approve",
      null,
      "return",
      "return",
    ]);
    const wrong = await listAll(leader, "sample.wrong");
    expect(wrong.lines.map(({ detail }) => detail)).toEqual(["return", "return"]);
  });

  it("is a line of codes, words and a moment", async () => {
    const { lines } = await listAll(leader, "report.open");
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      "at",
      "detail",
      "key",
      "mainClass",
      "mainField",
      "recordCode",
      "unitName",
    ]);
    const { commune } = station;
    expect(lines).toMatchObject([
      { unitName: commune.name, mainClass: "typo", mainField: "fullName" },
    ]);
    expect(JSON.stringify(lines)).not.toContain("Nguyễn");
  });

  it("begins at its top at a place of another list", async () => {
    const after = `${station.commune.path}_verifying_0190a2b4-0000-7000-8000-00000000000a`;
    const page = await listQualityLines.as(leader, { quality: "report.open", after });
    expect(page.lines).toHaveLength(1);
  });
});

describe("a leader of another commune", () => {
  it("finds no line, and not the unit", async () => {
    for (const figure of QUALITY_FIGURES) {
      expect((await listAll(neighbour, figure)).lines, figure).toEqual([]);
    }
    const { id } = station.commune;
    for (const unit of [id, station.commune.province.id]) {
      await expect(
        listQualityLines.as(neighbour, { quality: "report.open", unit }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("reaches none by the statement itself, nor does a session without a scope", async () => {
    const { from, to } = scopeRange(station.commune.path);
    const reach = async (sql: Sql) => {
      const text = "select 1 as line from quality_lines($1, $2, $3, $4, '', $4, $5, 500)";
      for (const figure of QUALITY_FIGURES) {
        expect(await sql(text, [figure, from, to, new Date(0), NIL]), figure).toEqual([]);
      }
    };
    await transaction(scopeOf(neighbour), ({ sql }) => reach(sql));
    await transaction(NO_SCOPE, ({ sql }) => reach(sql));
  });

  it.each(["quality_reports", "quality_contacts", "quality_samples"])(
    "can't call %s, which knows no scope",
    async (name) => {
      const all = transaction(scopeOf(neighbour), ({ sql }) =>
        sql(`select 1 from ${name}('0', 'z', now())`),
      );
      await expect(all).rejects.toMatchObject({ code: "42501" });
    },
  );
});

it("keeps an attempt of a task that went to another commune, but not what the task is there", async () => {
  const { lines } = await listAll(leader, "contact.noAnswer");
  const { rows } = await owner.query<{ id: string }>(
    "select task_id as id from contact_attempt where id = $1",
    [lines[0]?.key.split("_").at(-1)],
  );
  const { id = "" } = rows[0] ?? {};
  const moved = [neighbour.unitId, neighbour.unitPath, id];
  await owner.query("update task set unit_id = $1, unit_path = $2 where id = $3", moved);
  const now = await listAll(leader, "contact.noAnswer");
  expect(now.lines.map(({ recordCode }) => recordCode)).toEqual(
    lines.map(({ recordCode }) => recordCode),
  );
  expect(now.lines.map(({ mainClass }) => mainClass)).toEqual([null, "different"]);
  const seenAbove = await listAll(above, "contact.noAnswer");
  expect(seenAbove.lines.map(({ mainClass }) => mainClass)).toEqual(["different", "different"]);
});
