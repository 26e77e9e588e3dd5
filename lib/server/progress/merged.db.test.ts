import { afterAll, beforeAll, expect, it } from "vitest";
import { undoMerge } from "@/lib/server/tasks/duplicates/undo-merge";
import { AZ, makeTwice, merge } from "@/prisma/factories/duplicates";
import { ownerClient } from "@/prisma/factories/owner";
import { type MadeTask, makeStation } from "@/prisma/factories/tasks";
import { listProgressLines } from "./lines";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

it("counts people as records that are not closed as duplicates, and again once that is undone", async () => {
  const station = await makeStation(owner);
  const tasks = await makeTwice(owner, station, [{ doses: [AZ] }, { doses: [AZ] }]);
  const [stays, goes] = tasks as [MadeTask, MadeTask];
  const figures = async () => (await getProgress.as(station.health, undefined)).figures;
  const listed = async () =>
    (await listProgressLines.as(station.health, { records: "total" })).lines.length;
  const scratch = async () => {
    const { rows } = await owner.query<{ total: number; open: number }>(
      `select count(*) filter (where duplicate_of_id is null)::int as total,
         (select count(*)::int from task where unit_id = $1 and state <> 'closed') as open
       from record where unit_id = $1`,
      [station.commune.id],
    );
    return rows[0];
  };
  const both = { total: 2, open: 2 };
  expect([await scratch(), await listed()]).toEqual([both, 2]);
  expect(await figures()).toMatchObject(both);
  const done = await merge(station.health, { stays: stays.recordId, closes: [goes.recordId] });
  if (!done.ok) throw new Error("not merged");
  const one = { total: 1, open: 1 };
  expect([await scratch(), await listed()]).toEqual([one, 1]);
  expect(await figures()).toMatchObject(one);
  await undoMerge.as(station.health, { mergeId: done.data.mergeId });
  expect([await scratch(), await listed()]).toEqual([both, 2]);
  expect(await figures()).toMatchObject(both);
});
