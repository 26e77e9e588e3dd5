import { afterAll, beforeAll, expect, it } from "vitest";
import { getBatch, listIssues } from "@/lib/server/imports/queries";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";

const owner = ownerClient();
let here: Station;
let there: Station;
beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  there = await makeStation(owner);
});
afterAll(() => owner.end());

const peopleOf = ({ commune }: Station): ListPerson[] =>
  ["A", "B"].map((sourceId) => ({
    ...inventPerson(),
    sourceId,
    sex: "Nữ",
    provinceName: commune.province.name,
    communeName: commune.name,
    doses: [{ date: "05/08/2021", vaccine: "AstraZeneca" }],
  }));

const recordsOf = async () =>
  (
    await owner.query(
      `select r.source_id, r.phone, r.version, (select count(*)::int from dose d where d.record_id = r.id) as doses
       from record r where r.source_system = $1 order by 1`,
      [`platform@${here.coordinator.unitId}`],
    )
  ).rows;

it("a later list leaves what has moved to another province as it is, and says so of its line", async () => {
  const people = peopleOf(here);
  await importList(owner, here.coordinator, { file: csvFile(listRows(people)) });
  await owner.query(
    "update record set unit_id = $2, unit_path = $3 where source_system = $1 and source_id = 'B'",
    [`platform@${here.coordinator.unitId}`, there.commune.id, there.commune.path],
  );
  const [, moved] = await recordsOf();
  const later = people.map((person) => ({ ...person, phone: "0901234567" }));
  const file = csvFile(listRows(later));
  const { batchId } = await importList(owner, here.coordinator, { file });
  const [stayed, left] = await recordsOf();
  expect(stayed).toMatchObject({ source_id: "A", phone: "0901234567", doses: 1 });
  expect(left).toEqual(moved);
  expect(await getBatch.as(here.coordinator, batchId)).toMatchObject({
    state: "done",
    recordsUpdated: 1,
    rowsWrong: 1,
  });
  const { issues } = await listIssues.as(here.coordinator, { batchId, severity: "error" });
  expect(issues).toMatchObject([{ code: "recordMoved", severity: "error" }]);
});
