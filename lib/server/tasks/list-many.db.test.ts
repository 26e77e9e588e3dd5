import { afterAll, beforeAll, expect, it } from "vitest";
import { listRecords } from "@/lib/server/records/list";
import { MOST_SORTED } from "@/lib/server/records/list-area";
import { RecordFilter } from "@/lib/server/records/list-filter";
import { makeCommune } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { listTasks } from "./list";
import { TASK_SORTS, TaskFilter } from "./list-filter";

const owner = ownerClient();
let station: Station;

const people = (surname: string) =>
  Array.from({ length: 30 }, (_, at) => ({
    fullName: `${surname} Văn ${String.fromCharCode(65 + (at % 26))}`,
    birthDate: `${1950 + (at % 9)}-01-01`,
    days: at % 4,
  }));

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  await makeListed(owner, station.commune, people("Phạm"));
  await makeListed(owner, await makeCommune(owner, station.commune.province), people("Lê"));
});
afterAll(() => owner.end());

/** What triggers would keep of a commune with so many more. */
const CROWD = `
  insert into progress_delta (unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes, day)
  values ($1, 'task', 'correcting', '', '', '', $2, 0, 0, current_date)`;

async function everyOrder(): Promise<string[][]> {
  const unit = station.commune.id;
  const lists = TASK_SORTS.flatMap((sort) =>
    (["asc", "desc"] as const).map(async (direction) => {
      const filter = TaskFilter.parse({ unit, sort, direction });
      return (await listTasks.as(station.coordinator, filter)).tasks.map(({ id }) => id);
    }),
  );
  const standing = RecordFilter.parse({ unit, standing: "task" });
  const records = listRecords.as(station.coordinator, standing);
  return [...(await Promise.all(lists)), (await records).records.map(({ id }) => id)];
}

it("a commune with very many is read through its province, in the same order and no other's", async () => {
  const sorted = await everyOrder();
  for (const ids of sorted) expect(ids).toHaveLength(30);
  await owner.query(CROWD, [station.commune.path, MOST_SORTED]);
  expect(await everyOrder()).toEqual(sorted);
});
