import { afterAll, beforeAll, expect, it } from "vitest";
import { getBatch } from "@/lib/server/imports/queries";
import { runOf, uploadList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { importJob } from "./import";
import { matchJob } from "./match";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const PEOPLE = 1200;

function peopleOf({ commune }: Station): ListPerson[] {
  return Array.from({ length: PEOPLE }, (_, i) => ({
    ...inventPerson(),
    sourceId: `W${i}`,
    sex: "Nữ",
    fullName: i % 10 === 0 ? "" : "Nguyễn Thị Hòa",
    provinceName: commune.province.name,
    communeName: commune.name,
    doses: [{ date: "05/08/2021", vaccine: "AstraZeneca" }],
  }));
}

async function count(text: string, batchId: string) {
  return (await owner.query<{ n: number }>(text, [batchId])).rows[0]?.n;
}

it("two workers on one list read every row once, and on one run compare every record once", async () => {
  const station = await makeStation(owner);
  const { coordinator } = station;
  const { officerId } = coordinator;
  const file = csvFile(listRows(peopleOf(station)));
  const batchId = await uploadList(coordinator, { file });
  const both = (run: () => Promise<void>) => Promise.all([run(), run()]);

  await both(() => importJob({ batchId, officerId }));
  expect(await getBatch.as(coordinator, batchId)).toMatchObject({
    state: "done",
    rowsRead: PEOPLE,
    rowsWrong: PEOPLE / 10,
    recordsNew: PEOPLE * 0.9,
    recordsUpdated: 0,
  });
  const issues =
    "select count(*)::int as n from import_issue where batch_id = $1 and severity = 'error'";
  expect(await count(issues, batchId)).toBe(PEOPLE / 10);
  const runs = "select count(*)::int as n from match_run where batch_id = $1";
  expect(await count(runs, batchId)).toBe(1);
  const jobs =
    "select count(*)::int as n from pgboss.job where name = 'match' and data->>'runId' = $1";
  const runId = await runOf(owner, batchId);
  expect(await count(jobs, runId)).toBe(1);
  const doses = `select count(*)::int as n from dose d join record r on r.id = d.record_id where r.batch_id = $1`;
  expect(await count(doses, batchId)).toBe(PEOPLE * 0.9);

  await both(() => matchJob({ runId, officerId }));
  const { rows } = await owner.query(
    `select count(*)::int as results, count(distinct m.record_id)::int as records,
       (select count(*)::int from task t join record r on r.id = t.record_id where r.batch_id = $1) as tasks,
       (select done from match_run where id = $2) as done
     from match_result m join record r on r.id = m.record_id where r.batch_id = $1`,
    [batchId, runId],
  );
  const each = PEOPLE * 0.9;
  expect(rows).toEqual([{ results: each, records: each, tasks: each, done: each }]);
});
