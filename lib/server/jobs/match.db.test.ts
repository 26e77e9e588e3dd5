import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRun } from "@/lib/server/matching/commands";
import { getRun } from "@/lib/server/matching/queries";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { compareBatch, importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { type Invented, inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, makeTasks, SLIP, type Station } from "@/prisma/factories/tasks";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** Somebody whose day and month of birth can be taken for each other. */
function inventSwappable(): Invented {
  for (;;) {
    const person = inventPerson();
    const [day = "", month = ""] = person.birthDate.split("/");
    if (Number(day) <= 12 && day !== month) return person;
  }
}

/** The number of nine digits that the registry knows a person by from before. */
const oldIdOf = ({ idNumber }: Invented) => `0${idNumber.slice(-8)}`;

type Damage = (person: Invented) => ListPerson;

/** Records of these damages, each of a person whom the registry knows undamaged. */
async function compare(station: Station, damages: Damage[]) {
  const lines: ListPerson[] = [];
  for (const [i, damage] of damages.entries()) {
    const person = inventSwappable();
    await makePerson(owner, { ...person, oldIds: [oldIdOf(person)] });
    const { province, name: communeName } = station.commune;
    const place = { provinceName: province.name, communeName };
    const line = { ...person, sex: "Nữ", ...damage(person), ...place };
    lines.push({ ...line, sourceId: `M${String(i).padStart(3, "0")}` });
  }
  const file = csvFile(listRows(lines));
  const batch = await importList(owner, station.coordinator, { file });
  return { ...batch, rows: await resultsOf(batch.batchId) };
}

async function resultsOf(batchId: string) {
  const { rows } = await owner.query(
    `select r.outcome, r.main_class as "mainClass", r.rule, t.rule as route, t.state
     from record r left join task t on t.record_id = r.id where r.batch_id = $1 order by r.source_id`,
    [batchId],
  );
  return rows;
}

const swapped = (date: string) => date.replace(/^(..)\/(..)/, "$2/$1");

describe("a comparison", () => {
  it("finds what each record is, and makes the tasks that follow", async () => {
    const station = await makeStation(owner);
    const { rows, runId } = await compare(station, [
      () => ({}),
      ({ fullName }) => ({ fullName: fullName.toUpperCase() }),
      ({ idNumber }) => ({ idNumber: idNumber.slice(1) }),
      () => ({ fullName: "Nguyễn Thị Hoàn" }),
      () => ({ fullName: "Trần Văn Nam" }),
      () => ({ idNumber: "001099012345", fullName: "Vũ Đức Lạ", birthDate: "01/02/1933" }),
      () => ({ idNumber: "" }),
      () => ({ idNumber: "", fullName: "Vũ Đức Lạ", birthDate: "01/02/1934" }),
      () => ({ documentType: "Hộ chiếu", idNumber: "C1234567" }),
    ]);
    const none = { route: null, state: null };
    expect(rows).toEqual([
      { outcome: "matched", mainClass: "same", rule: "all_agree", ...none },
      { outcome: "matched", mainClass: "format", rule: "all_agree", ...none },
      { outcome: "repaired", mainClass: "leading_zero", rule: "safe_repair", ...none },
      {
        outcome: "review",
        mainClass: "typo",
        rule: "number_one_field",
        route: "healthSmallDifference",
        state: "correcting",
      },
      {
        outcome: "unmatched",
        mainClass: "different",
        rule: "number_other_name",
        route: "policeOtherPerson",
        state: "verifying",
      },
      {
        outcome: "unmatched",
        mainClass: "different",
        rule: "number_not_found",
        route: "policeNotFound",
        state: "verifying",
      },
      {
        outcome: "review",
        mainClass: "missing",
        rule: "no_number_proposed",
        route: "policeNoNumber",
        state: "verifying",
      },
      {
        outcome: "insufficient",
        mainClass: "missing",
        rule: "no_number_none",
        route: "hamletInsufficient",
        state: "surveying",
      },
      { outcome: "not_applicable", mainClass: "same", rule: "foreigner", ...none },
    ]);
    const run = await getRun.as(station.coordinator, runId);
    expect(run).toMatchObject({ state: "done", total: 9, done: 9 });
    expect(run.cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(9);
    expect(run.routes.reduce((sum, route) => sum + route.people, 0)).toBe(5);
  });

  it("repairs what is safe: a correction by the engine, and the record has the value", async () => {
    const station = await makeStation(owner);
    const { batchId } = await compare(station, [
      ({ idNumber, birthDate }) => ({ idNumber: idNumber.slice(1), birthDate }),
      ({ birthDate }) => ({ birthDate: swapped(birthDate) }),
      (person) => ({ idNumber: oldIdOf(person) }),
    ]);
    const { rows } = await owner.query(
      `select c.field, c.source, c.by_id, c.task_id, c.published_at, r.received->>c.field as received,
         c.from_value, c.to_value = case c.field when 'idNumber' then r.id_number
           else to_char(r.birth_date, 'DD/MM/YYYY') end as taken, p.id_number = r.id_number as number,
         p.birth_date = r.birth_date as born, r.outcome
       from record r join correction c on c.record_id = r.id
       join match_candidate m on m.result_id = r.match_result_id join person p on p.id = m.person_id
       where r.batch_id = $1 order by r.source_id`,
      [batchId],
    );
    const engine = { source: "engine", by_id: null, task_id: null, published_at: null };
    const whole = { ...engine, taken: true, number: true, born: true, outcome: "repaired" };
    expect(rows).toMatchObject([
      { ...whole, field: "idNumber" },
      { ...whole, field: "birthDate" },
      { ...whole, field: "idNumber" },
    ]);
    for (const row of rows.filter((one) => one.field === "idNumber")) {
      expect(row.received).toBe(row.from_value);
    }
  });

  it("done again finds the repaired record agreeing, and repairs nothing twice", async () => {
    const station = await makeStation(owner);
    const { batchId } = await compare(station, [
      ({ idNumber }) => ({ idNumber: idNumber.slice(1) }),
    ]);
    const again = await startRun.as(station.coordinator, { batchId });
    if (!again.ok) throw new Error(again.error.reason);
    await compareBatch(station.coordinator, again.data.runId);
    expect(await resultsOf(batchId)).toMatchObject([{ outcome: "matched" }]);
    const { rows } = await owner.query(
      "select 1 from correction c join record r on r.id = c.record_id where r.batch_id = $1",
      [batchId],
    );
    expect(rows).toHaveLength(1);
  });

  it("done again leaves alone what somebody works on, and waits for the one under way", async () => {
    const station = await makeStation(owner);
    const { batchId } = await compare(station, [() => ({ fullName: "Nguyễn Thị Hoàn" })]);
    const before = await resultsOf(batchId);
    const first = await startRun.as(station.coordinator, { batchId });
    const second = await startRun.as(station.coordinator, { batchId });
    expect(second).toMatchObject({ error: { code: "RULE", reason: "batchBusy" } });
    if (first.ok) await compareBatch(station.coordinator, first.data.runId);
    expect(await resultsOf(batchId)).toEqual(before);
  });
});

describe("new tasks", () => {
  it("are shared out by effort among the officers of the office", async () => {
    const station = await makeStation(owner);
    const other = await makeOfficer(owner, { role: "health", unit: station.commune });
    const gone = await makeOfficer(owner, { role: "health", unit: station.commune });
    await owner.query("update officer set disabled_at = now() where id = $1", [gone.officerId]);
    await makeTasks(owner, station, Array(6).fill(SLIP));
    const { rows } = await owner.query(
      `select assignee_id as id, sum(effort)::int as minutes from task where unit_id = $1 group by 1`,
      [station.commune.id],
    );
    const officers = [station.health.officerId, other.officerId];
    expect(rows.map((row) => row.id).sort()).toEqual(officers.sort());
    expect(new Set(rows.map((row) => row.minutes)).size).toBe(1);
  });

  it("wait on the office's list where it has nobody", async () => {
    const station = await makeStation(owner);
    await owner.query("update officer set disabled_at = now() where id = $1", [
      station.health.officerId,
    ]);
    await makeTasks(owner, station, [SLIP]);
    const query = "select assignee_id, state, due_on > now() as due from task where unit_id = $1";
    const { rows } = await owner.query(query, [station.commune.id]);
    expect(rows).toEqual([{ assignee_id: null, state: "correcting", due: true }]);
  });

  it("go to the team of the hamlet that the address names", async () => {
    const station = await makeStation(owner);
    const hamlet = await makeHamlet(owner, station.commune, "Tổ dân phố 12");
    const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
    const nobody = { idNumber: "", fullName: "Vũ Đức Lạ" };
    await makeTasks(owner, station, [
      { record: { ...nobody, address: "45 Trần Phú, TỔ DÂN PHỐ 12" }, person: null },
      { record: { ...nobody, address: "Tổ dân phố 1" }, person: null },
    ]);
    const query = "select hamlet_id, assignee_id from task where unit_id = $1 order by hamlet_id";
    const { rows } = await owner.query(query, [station.commune.id]);
    expect(rows).toEqual([
      { hamlet_id: hamlet.id, assignee_id: team.officerId },
      { hamlet_id: null, assignee_id: null },
    ]);
  });
});
