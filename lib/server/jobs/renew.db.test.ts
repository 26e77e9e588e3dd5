import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { createRun } from "@/lib/server/matching/run-create";
import { recordContact } from "@/lib/server/tasks/contact";
import { getContacts } from "@/lib/server/tasks/contact-queries";
import { moveTask } from "@/lib/server/tasks/move";
import { cannotFind } from "@/lib/server/tasks/propose";
import { getTask } from "@/lib/server/tasks/task-row";
import { type MadeOfficer, makeOfficer } from "@/prisma/factories/communes";
import { compareBatch, importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";

const owner = ownerClient();
let station: Station;
let approver: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  approver = await makeOfficer(owner, { role: "health", unit: station.commune, approver: true });
});
afterAll(() => owner.end());

let listed = 0;

/** Somebody of whom a list tells no number. */
function nobody(): ListPerson {
  listed += 1;
  return {
    ...inventPerson(),
    idNumber: "",
    sourceId: `NB${listed}`,
    sex: "Nữ",
    provinceName: station.commune.province.name,
    communeName: station.commune.name,
    doses: [{ date: "05/08/2021", vaccine: "AstraZeneca", lot: "A1" }],
  };
}

const bring = (people: ListPerson[]) =>
  importList(owner, station.coordinator, { file: csvFile(listRows(people)) });

interface TaskOf {
  id: string;
  version: number;
  state: string;
  force: string;
  resolution: string | null;
  attempts: number;
  renewed: { taskId: string; why: string; fields: string[] } | null;
}

async function tasksOf({ sourceId }: ListPerson): Promise<TaskOf[]> {
  const { rows } = await owner.query<TaskOf>(
    `select t.id, t.version, t.state, t.force, t.resolution, t.attempts, t.renewed
     from task t join record r on r.id = t.record_id
     where r.source_id = $1 and r.source_system = $2 order by t.created_at, t.id`,
    [sourceId, `platform@${station.coordinator.unitId}`],
  );
  return rows;
}

/** Tried in every way, given up, and approved by somebody else. */
async function close(task: TaskOf): Promise<void> {
  const { health } = station;
  const { id: taskId, version } = task;
  for (const kind of ["phone", "visit", "formerResidence"]) {
    await recordContact.as(health, { taskId, version, kind, outcome: "unknownPerson" });
  }
  const proposed = "insufficient";
  const comment = "Không ai biết người này";
  const done = await cannotFind.as(health, { taskId, version, proposed, comment });
  expect(done).toMatchObject({ data: { state: "approving" } });
  await transaction(scopeOf(approver), async ({ sql }) =>
    moveTask(sql, await getTask(sql, taskId), {
      event: "approve",
      by: "approver",
      actor: approver,
    }),
  );
}

/** A record that was closed for want of information. */
async function closed(): Promise<ListPerson> {
  const person = nobody();
  await bring([person]);
  const [task] = await tasksOf(person);
  if (!task) throw new Error("no task came of it");
  await close(task);
  expect(await tasksOf(person)).toMatchObject([{ state: "closed", resolution: "insufficient" }]);
  return person;
}

describe("a record that was closed for want of information", () => {
  it("stays closed when the same list comes again, however it is written", async () => {
    const person = await closed();
    const results = async () => {
      const { rows } = await owner.query(
        "select m.id from match_result m join record r on r.id = m.record_id where r.source_id = $1",
        [person.sourceId],
      );
      return rows.length;
    };
    const compared = await results();
    await bring([person]);
    expect(await results()).toBe(compared);
    await bring([{ ...person, fullName: ` ${person.fullName?.toUpperCase()}  ` }]);
    expect(await tasksOf(person)).toHaveLength(1);
  });

  it("stays closed when a later list knows less", async () => {
    const person = await closed();
    await bring([{ ...person, birthDate: "" }]);
    expect(await tasksOf(person)).toHaveLength(1);
  });

  it("is opened by a later list with a new value, once, and says why", async () => {
    const person = await closed();
    const later = { ...person, phone: "0907654321" };
    await bring([later]);
    await bring([later]);
    const [before, now] = await tasksOf(person);
    expect(now).toMatchObject({
      state: "surveying",
      attempts: 0,
      renewed: { taskId: before?.id, why: "values", fields: ["phone"] },
    });
    expect(await tasksOf(person)).toHaveLength(2);
    const shown = await getContacts.as(station.health, now?.id ?? "");
    expect(shown).toMatchObject({ attempts: 0, renewed: { fields: ["phone"] } });
    // What was tried in vain before is still told, and counts for the task of that time.
    expect(shown.lines.map((line) => line.counted)).toEqual([false, false, false]);
  });

  it("goes to whoever the new value says", async () => {
    const person = await closed();
    await bring([{ ...person, idNumber: inventPerson().idNumber }]);
    expect((await tasksOf(person)).at(-1)).toMatchObject({ state: "verifying", force: "police" });
  });

  it("needs nobody when the new value settles it", async () => {
    const person = await closed();
    const { idNumber } = inventPerson();
    const { fullName = "", birthDate = "" } = person;
    await makePerson(owner, { fullName, birthDate, sex: "female", idNumber });
    await bring([{ ...person, idNumber }]);
    const { rows } = await owner.query("select outcome from record where source_id = $1", [
      person.sourceId,
    ]);
    expect(rows).toEqual([{ outcome: "matched" }]);
    expect(await tasksOf(person)).toHaveLength(1);
  });

  it("is closed again and opened by the next new value only", async () => {
    const person = await closed();
    const second = { ...person, phone: "0907654321" };
    await bring([second]);
    const again = (await tasksOf(person)).at(-1);
    if (again) await close(again);
    await bring([second]);
    expect(await tasksOf(person)).toHaveLength(2);
    await bring([{ ...second, address: "12 Lê Lợi" }]);
    expect((await tasksOf(person)).at(-1)?.renewed?.fields).toEqual(["address"]);
    expect(await tasksOf(person)).toHaveLength(3);
  });
});

describe("a registry read anew", () => {
  const runArea = async () => {
    const { officerId, unitPath } = station.coordinator;
    const runId = await transaction(scopeOf(station.coordinator), ({ sql }) =>
      createRun(sql, { all: true, unitPath, officerId }),
    );
    await compareBatch(station.coordinator, runId);
  };
  const loadSnapshot = () =>
    owner.query(
      `insert into registry_snapshot (id, file_name, reading_date, people)
       values (gen_random_uuid(), 'registry.csv', current_date, 1)`,
    );

  it("that knows somebody opens the record, one that knows nobody does not", async () => {
    const [known, unknown] = [await closed(), await closed()];
    const { fullName = "", birthDate = "" } = known;
    await makePerson(owner, { ...inventPerson(), fullName, birthDate, sex: "female" });
    await runArea();
    expect(await tasksOf(known)).toHaveLength(1);
    await loadSnapshot();
    await runArea();
    await runArea();
    expect((await tasksOf(known)).at(-1)?.renewed).toMatchObject({ why: "registry", fields: [] });
    expect(await tasksOf(known)).toHaveLength(2);
    expect(await tasksOf(unknown)).toHaveLength(1);
  });
});
