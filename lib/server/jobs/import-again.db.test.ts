import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBatch, listIssues } from "@/lib/server/imports/queries";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListDose, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const DOSES: ListDose[] = [
  { number: "1", date: "05/08/2021", vaccine: "AstraZeneca", lot: "A1" },
  { number: "2", date: "05/10/2021", vaccine: "AstraZeneca", lot: "A2" },
  { number: "3", date: "20/01/2022", vaccine: "Pfizer" },
];

/** People of a station's commune with three doses each, one of them without a day that exists. */
function peopleOf({ commune }: Station, count: number): ListPerson[] {
  return Array.from({ length: count }, (_, i) => ({
    ...inventPerson(),
    sourceId: `N${String(i).padStart(5, "0")}`,
    sex: "Nữ",
    provinceName: commune.province.name,
    communeName: commune.name,
    doses: DOSES.with(1, { ...DOSES[1], date: i === 0 ? "31/09/2021" : "05/10/2021" }),
  }));
}

type How = { people: ListPerson[]; layout?: "person" | "dose" };

function bring({ coordinator }: Station, { people, layout = "person" }: How) {
  return importList(owner, coordinator, { file: csvFile(listRows(people, layout)) });
}

async function recordsOf({ coordinator }: Station) {
  const { rows } = await owner.query(
    `select r.id, source_id, full_name, phone, id_number,
       (select count(*)::int from dose where record_id = r.id) as doses
     from record r where source_system = $1 order by source_id`,
    [`platform@${coordinator.unitId}`],
  );
  return rows;
}

async function dosesOf({ coordinator }: Station) {
  const { rows } = await owner.query(
    `select d.id, r.source_id, d.dose_no, d.injected_on::text, d.date_text, d.vaccine, d.lot
     from dose d join record r on r.id = d.record_id where r.source_system = $1
     order by r.source_id, d.dose_no, d.injected_on, d.vaccine`,
    [`platform@${coordinator.unitId}`],
  );
  return rows;
}

describe("the same list brought twice", () => {
  it.each(["person", "dose"] as const)("makes nothing new: one row a %s", async (layout) => {
    const station = await makeStation(owner);
    const people = peopleOf(station, 4);
    await bring(station, { people, layout });
    const before = [await recordsOf(station), await dosesOf(station)];
    const { batchId } = await bring(station, { people, layout });
    expect([await recordsOf(station), await dosesOf(station)]).toEqual(before);
    expect(before[0]?.map((record) => record.doses)).toEqual([3, 3, 3, 3]);
    expect(await getBatch.as(station.coordinator, batchId)).toMatchObject({
      recordsNew: 0,
      recordsUpdated: 4,
      rowsRead: layout === "person" ? 4 : 12,
    });
  });

  it("makes nothing new in the other layout either", async () => {
    const station = await makeStation(owner);
    const people = peopleOf(station, 3);
    await bring(station, { people, layout: "person" });
    const before = [await recordsOf(station), await dosesOf(station)];
    await bring(station, { people, layout: "dose" });
    expect([await recordsOf(station), await dosesOf(station)]).toEqual(before);
  });

  it("makes no second task", async () => {
    const station = await makeStation(owner);
    const people = peopleOf(station, 3);
    await bring(station, { people });
    await bring(station, { people });
    const { rows } = await owner.query(
      `select count(*)::int as tasks, count(distinct t.record_id)::int as records from task t
       join record r on r.id = t.record_id where r.source_system = $1`,
      [`platform@${station.coordinator.unitId}`],
    );
    expect(rows).toEqual([{ tasks: 3, records: 3 }]);
  });

  it("is another list at another province, whose ids are its own", async () => {
    const [one, other] = [await makeStation(owner), await makeStation(owner)];
    const people = peopleOf(one, 2);
    await bring(one, { people });
    await bring(other, { people });
    expect(await recordsOf(one)).toHaveLength(2);
    expect(await recordsOf(other)).toHaveLength(2);
  });
});

describe("a later list", () => {
  it("adds the dose that is new and keeps the others", async () => {
    const station = await makeStation(owner);
    const [person = {}] = peopleOf(station, 1);
    await bring(station, { people: [{ ...person, doses: DOSES.slice(0, 2) }] });
    const before = await dosesOf(station);
    await bring(station, { people: [{ ...person, doses: DOSES }] });
    const after = await dosesOf(station);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
    await bring(station, { people: [{ ...person, doses: DOSES.slice(0, 1) }] });
    expect(await dosesOf(station)).toEqual(after);
  });

  it("brings the values of its day, and not over a correction that the source doesn't have yet", async () => {
    const station = await makeStation(owner);
    const [first = {}, second = {}] = peopleOf(station, 2);
    const { idNumber = "" } = second;
    const person = { ...inventPerson(), fullName: second.fullName ?? "", idNumber };
    await makePerson(owner, { ...person, birthDate: second.birthDate ?? "" });
    const damaged = { ...second, idNumber: idNumber.slice(1) };
    await bring(station, { people: [first, damaged] });
    const phone = "0907654321";
    await bring(station, {
      people: [
        { ...first, phone, fullName: "Nguyễn Thị Hoàn" },
        { ...damaged, phone },
      ],
    });
    expect(await recordsOf(station)).toMatchObject([
      { full_name: "Nguyễn Thị Hoàn", phone },
      { id_number: idNumber },
    ]);
  });
});

describe("a person whose lines lie far apart", () => {
  it("is one record with all doses, in a list of one row a dose that is read in slices", async () => {
    const station = await makeStation(owner);
    const [first = {}, ...others] = peopleOf(station, 260);
    const people = [
      { ...first, doses: DOSES.slice(0, 2) },
      // More than a slice of 500 lines lies between.
      ...others.map((person) => ({ ...person, doses: DOSES.slice(0, 2) })),
      { ...first, doses: DOSES.slice(2), phone: "0901234567" },
    ];
    const { batchId } = await bring(station, { people, layout: "dose" });
    const records = await recordsOf(station);
    expect(records).toHaveLength(260);
    expect(records[0]).toMatchObject({ source_id: "N00000", doses: 3, phone: "0901234567" });
    expect(records.slice(1).every((record) => record.doses === 2)).toBe(true);
    expect(await getBatch.as(station.coordinator, batchId)).toMatchObject({ rowsRead: 521 });
  });

  it("is told of as repeated, in a list of one row a person", async () => {
    const station = await makeStation(owner);
    const people = peopleOf(station, 510);
    const { batchId } = await bring(station, { people: [...people, people[3] ?? {}] });
    const warnings = { batchId, severity: "warning" };
    const { issues } = await listIssues.as(station.coordinator, warnings);
    expect(issues.filter((issue) => issue.code === "sourceIdRepeated")).toMatchObject([
      { rowNo: 512, column: "Mã đối tượng", params: { first: 5 } },
    ]);
    expect(await recordsOf(station)).toHaveLength(510);
    expect((await dosesOf(station)).filter((dose) => dose.source_id === "N00003")).toHaveLength(3);
  });
});
