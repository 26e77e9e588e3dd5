import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { addBatch, addRecord, addTask } from "@/lib/server/handovers/test-rows";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { listProgressLines } from "./lines";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let here: MadeCommune;
let beside: MadeCommune;
let leader: MadeOfficer;

async function addWork(commune: MadeCommune, people: number): Promise<void> {
  const batchId = await addBatch(owner, commune.province);
  for (let i = 0; i < people; i++) {
    const recordId = await addRecord(owner, { batchId, unit: commune, outcome: "unmatched" });
    await addTask(owner, { recordId, unit: commune, state: "verifying", force: "police" });
  }
}

beforeEach(async () => {
  here = await makeCommune(owner);
  beside = await makeCommune(owner, here.province);
  leader = await makeOfficer(owner, { role: "leader", unit: here });
  await addWork(here, 2);
  await addWork(beside, 3);
});

describe("a leader of a commune", () => {
  it("sees its figures and lines, not its neighbour's", async () => {
    const { figures, trail } = await getProgress.as(leader, undefined);
    expect(figures).toMatchObject({ total: 2, open: 2 });
    expect(trail.map(({ id }) => id)).toEqual([here.id]);
    const { lines } = await listProgressLines.as(leader, {});
    expect(lines.map((line) => line.unitName)).toEqual([here.name, here.name]);
  });

  it.each([
    ["its neighbour", () => beside.id],
    ["its province", () => here.province.id],
    ["a unit that is none", () => "0"],
  ])("finds nothing of %s", async (_, unitOf) => {
    const unit = unitOf();
    await expect(getProgress.as(leader, unit)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listProgressLines.as(leader, { unit })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("reaches no row about a person by any statement", async () => {
    await transaction(scopeOf(leader), async ({ sql }) => {
      for (const table of ["record", "task", "dose", "correction", "handover_line"]) {
        expect(await sql(`select 1 from ${table}`), table).toEqual([]);
      }
    });
  });
});

it("shows a leader of the province both communes, and where each line is", async () => {
  const above = await makeOfficer(owner, { role: "leader", unit: here.province });
  const { figures, children } = await getProgress.as(above, undefined);
  expect(figures.open).toBe(5);
  expect(new Map(children.map((child) => [child.id, child.figures.open]))).toEqual(
    new Map([
      [here.id, 2],
      [beside.id, 3],
    ]),
  );
  const { trail } = await getProgress.as(above, here.id);
  expect(trail.map(({ id }) => id)).toEqual([here.province.id, here.id]);
});

describe("what lies behind a figure", () => {
  const PERSONAL = /name|birth|sex|number|phone|address|insurance|received|confirmed|comment/;

  it.each(["progress_line", "progress_record"])("%s has no column about a person", async (view) => {
    const { rows } = await owner.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = $1",
      [view],
    );
    const names = rows.map((row) => row.column_name);
    expect(names).toContain("record_code");
    expect(names.filter((name) => PERSONAL.test(name))).toEqual([]);
  });

  it("is a line of codes, words and days", async () => {
    const { lines } = await listProgressLines.as(leader, {});
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      "days",
      "force",
      "key",
      "mainClass",
      "mainField",
      "outcome",
      "overdue",
      "recordCode",
      "state",
      "unitName",
    ]);
    expect(JSON.stringify(lines)).not.toContain("Nguyễn");
  });
});

it.each(["hamlet", "auditor"] as const)("is closed to the role %s", async (role) => {
  const officer = await makeOfficer(owner, { role, unit: here });
  await expect(getProgress.as(officer, undefined)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
