import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { parseSex } from "@/lib/domain/records/sex";
import { transaction } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { makePerson } from "@/prisma/factories/registry-people";
import { DEMONSTRATION } from "@/prisma/factories/synthetic/demonstration";
import { generatePopulation } from "@/prisma/factories/synthetic/population";
import { judgeHere, snapshotComparer } from "./compare";
import type { CompareContext } from "./comparer";
import { exactJudge } from "./exact";
import { createRun } from "./run-create";
import { findRun } from "./run-row";
import { prepareSlice, writeSlice } from "./run-slice";

const owner = ownerClient();
let commune: MadeCommune;
let coordinator: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
});
afterAll(() => owner.end());

const inScope: CompareContext["inScope"] = (run) =>
  transaction(scopeOf(coordinator), ({ sql }) => run(sql));

async function makeBatch(): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
     values ($1, $2, $3, $4, 'danh-sach.csv', 1, '2025-06-30', 'done', $5)`,
    [id, commune.province.id, commune.province.path, id, coordinator.officerId],
  );
  return id;
}

function sexOf(text: string): "male" | "female" {
  const sex = parseSex(text);
  if (!sex.ok) throw new Error(sex.code);
  return sex.value;
}

interface Values {
  fullName: string;
  /** yyyy-MM-dd */
  birthDate: string;
  sex: string;
  idNumber: string;
}

async function makeRecords(batchId: string, records: readonly Values[]): Promise<void> {
  const rows = records.map((record) => ({ ...record, id: newId() }));
  await owner.query(
    `insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received,
       full_name, birth_date, birth_precision, sex, id_number)
     select id, $2::text, id::text, $2::text::uuid, $3, $4, 'resolved', '{}', "fullName", "birthDate", 'day', sex, "idNumber"
     from jsonb_to_recordset($1::jsonb) as x(id uuid, "fullName" text, "birthDate" date, sex text, "idNumber" text)`,
    [JSON.stringify(rows), batchId, commune.id, commune.path],
  );
}

/** Compares a batch, with or without the set-based pass; gives how many it settled. */
async function compare(batchId: string, setBased: boolean): Promise<number> {
  const { officerId, unitPath } = coordinator;
  const runId = await inScope((sql) => createRun(sql, { batchId, unitPath, officerId }));
  const run = await inScope((sql) => findRun(sql, runId));
  if (!run) throw new Error("no run");
  const slice = await prepareSlice(run, run, {
    context: { inScope, runId, model: MODEL_V1 },
    comparer: snapshotComparer(),
    exactJudge: setBased ? exactJudge(MODEL_V1, judgeHere) : null,
    size: 20_000,
  });
  if (!slice) throw new Error("nothing to compare");
  await inScope((sql) => writeSlice(sql, slice, { runId, model: MODEL_V1, elapsed: 1 }));
  return slice.exact.length;
}

/** Everything that is stored of a batch's comparison, as text, without ids of its own and moments. */
async function storedOf(batchId: string): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `select jsonb_build_object('number', r.id_number, 'record', array[r.outcome, r.rule, r.main_class, r.main_field,
         r.score::text, r.version::text, r.residence_status, r.residence_from, r.unit_id],
       'result', array[m.outcome, m.rule, m.main_class, m.main_field, m.settling_field, m.model_version, m.person_id::text],
       'explanation', m.explanation, 'repairs', m.repairs,
       'candidates', (select jsonb_agg(to_jsonb(c) - 'result_id' - 'record_id' order by c.rank)
         from match_candidate c where c.result_id = m.id))::text as line
     from record r join match_result m on m.id = r.match_result_id where r.batch_id = $1
     order by r.id_number, r.full_name, r.birth_date`,
    [batchId],
  );
  return rows.map((row) => row.line);
}

describe("the set-based pass", () => {
  it("stores what the engine says of each record, to the letter, for thousands of invented people", async () => {
    const population = generatePopulation({
      ...DEMONSTRATION,
      people: 2500,
      records: 10,
      seed: 31,
    });
    const people = [...population.people].filter(
      (person) => person.idNumber !== "" && person.birthDate.length === "dd/MM/yyyy".length,
    );
    for (const { oldIds, sex, ...person } of people) {
      const wish = { ...person, sex: sexOf(sex), oldIds: [...oldIds], communeCode: commune.code };
      await makePerson(owner, wish);
    }
    const iso = (text: string) => text.split("/").reverse().join("-");
    const records = people.map((person, i) => ({
      fullName: i % 9 === 0 ? person.fullName.toUpperCase() : person.fullName,
      birthDate: iso(person.birthDate),
      sex: sexOf(person.sex),
      idNumber: person.idNumber,
    }));
    const [quick, slow] = [await makeBatch(), await makeBatch()];
    await makeRecords(quick, records);
    const settled = await compare(quick, true);
    expect(settled).toBeGreaterThan(2000);
    await makeRecords(slow, records);
    expect(await compare(slow, false)).toBe(0);
    const stored = await storedOf(quick);
    expect(stored).toHaveLength(records.length);
    expect(stored).toEqual(await storedOf(slow));
  }, 120_000);

  it("leaves to the engine whatever is not plain agreement with the only one of that number", async () => {
    const born = { fullName: "Lê Thị Mười", birthDate: "12/03/1961", sex: "female" } as const;
    const make = (idNumber: string, more: object = {}) =>
      makePerson(owner, { ...born, idNumber, ...more });
    await make("111111111111");
    await make("000161000001");
    await make("079161000002");
    await make("079161000002", { fullName: "Trần Thị Chín" });
    await make("079161000003");
    await make("079161000004", { oldIds: ["079161000003"], fullName: "Trần Thị Chín" });
    await make("079161000005", { birthDate: "1961" });
    await make("079161000006", { sex: undefined });
    await make("079161000007");
    const numbers = [
      "111111111111",
      ..."1234567".split("").map((last) => `${last === "1" ? "000" : "079"}16100000${last}`),
    ];
    const day = { fullName: born.fullName, birthDate: "1961-03-12", sex: "female" };
    const records = numbers.map((idNumber) => ({ ...day, idNumber }));
    const [quick, slow] = [await makeBatch(), await makeBatch()];
    await makeRecords(quick, records);
    expect(await compare(quick, true)).toBe(1);
    await makeRecords(slow, records);
    await compare(slow, false);
    expect(await storedOf(quick)).toEqual(await storedOf(slow));
  });
});
