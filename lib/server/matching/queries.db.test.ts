import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/server/core/id";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getRun, listRuns } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let commune: MadeCommune;
let coordinator: MadeOfficer;
let batchId: string;

beforeEach(async () => {
  commune = await makeCommune(owner);
  coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
  batchId = newId();
  await owner.query(
    `insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, created_by_id)
     values ($1, $2, $3, $4, 'danh-sach.csv', 1, '2025-06-30', $5)`,
    [batchId, commune.province.id, commune.province.path, batchId, coordinator.officerId],
  );
});

async function addRun(): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into match_run (id, batch_id, unit_path, state, total, model_version, created_by_id)
     values ($1, $2, $3, 'done', 9, 'v1', $4)`,
    [id, batchId, commune.province.path, coordinator.officerId],
  );
  return id;
}

async function addRecord(): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received)
     values ($1, $2, $3, $4, $5, $6, 'resolved', '{}')`,
    [id, batchId, id, batchId, commune.id, commune.path],
  );
  return id;
}

interface Found {
  recordId: string;
  runId: string;
  outcome: string;
  mainClass: string;
  /** the rule of the task that came of it, if one did */
  rule?: string;
}

/** A result, and the task that the same transaction made of it. */
async function find({ recordId, runId, outcome, mainClass, rule }: Found): Promise<void> {
  await owner.query("begin");
  await owner.query(
    `insert into match_result (id, record_id, run_id, outcome, rule, main_class, explanation, repairs, model_version)
     values ($1, $2, $3, $4, 'x', $5, '[]', '[]', 'v1')`,
    [newId(), recordId, runId, outcome, mainClass],
  );
  if (rule) {
    await owner.query(
      `insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, effort)
       values ($1, $2, $3, $4, 'verifying', 'police', 'police', $5, $6, 1)`,
      [newId(), recordId, commune.id, commune.path, rule, mainClass],
    );
  }
  await owner.query("commit");
}

describe("a run", () => {
  it("counts records by outcome and class, and the tasks that came of it by rule", async () => {
    const runId = await addRun();
    for (const mainClass of ["format", "format", "same"]) {
      await find({ recordId: await addRecord(), runId, outcome: "matched", mainClass });
    }
    const unmatched = { runId, outcome: "unmatched", mainClass: "different" };
    for (const rule of ["policeNotFound", "policeNotFound", "policeOtherPerson"]) {
      await find({ recordId: await addRecord(), ...unmatched, rule });
    }
    const run = await getRun.as(coordinator, runId);
    expect(run).toMatchObject({
      fileName: "danh-sach.csv",
      modelVersion: "v1",
      createdBy: coordinator.fullName,
    });
    expect(new Set(run.cells)).toEqual(
      new Set([
        { outcome: "matched", mainClass: "format", people: 2 },
        { outcome: "matched", mainClass: "same", people: 1 },
        { outcome: "unmatched", mainClass: "different", people: 3 },
      ]),
    );
    expect(run.routes).toEqual([
      { rule: "policeNotFound", force: "police", people: 2 },
      { rule: "policeOtherPerson", force: "police", people: 1 },
    ]);
  });

  it("takes no credit for a task that a later run made of the same record", async () => {
    const [first, second] = [await addRun(), await addRun()];
    const recordId = await addRecord();
    await find({ recordId, runId: first, outcome: "matched", mainClass: "same" });
    const found = { outcome: "unmatched", mainClass: "different", rule: "policeNotFound" };
    await find({ recordId, runId: second, ...found });
    expect((await getRun.as(coordinator, first)).routes).toEqual([]);
    expect((await getRun.as(coordinator, second)).routes).toHaveLength(1);
  });

  it("is listed newest first, and not found from another province", async () => {
    const runs = [await addRun(), await addRun()];
    expect((await listRuns.as(coordinator)).map(({ id }) => id)).toEqual(runs.toReversed());
    const stranger = await makeOfficer(owner, {
      role: "coordinator",
      unit: (await makeCommune(owner)).province,
    });
    expect(await listRuns.as(stranger)).toEqual([]);
    await expect(getRun.as(stranger, runs[0] ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
