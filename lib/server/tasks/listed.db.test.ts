import { afterAll, beforeAll, expect, it } from "vitest";
import { makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { listTasks } from "./list";
import { TaskFilter } from "./list-filter";
import { applyRedistribution } from "./redistribute";
import { planListed } from "./redistribute-plan";
import { createListedWorksheet } from "./worksheet-listed";
import { getWorksheet } from "./worksheet-queries";

const owner = ownerClient();
let here: Station;

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  const police = { state: "verifying", force: "police" };
  await makeListed(owner, here.commune, [
    ...Array.from({ length: 60 }, (_, at) => ({ fullName: `Lê Văn ${at}`, ...police })),
    { fullName: "Trần Thị Chờ", state: "approving", force: "system" },
    { fullName: "Trần Thị Khác", mainClass: "missing", ...police },
  ]);
});
afterAll(() => owner.end());

const assigned = async () =>
  (
    await owner.query<{ n: number }>(
      "select count(*)::int as n from task where unit_path = $1 and assignee_id = $2",
      [here.commune.path, here.police.officerId],
    )
  ).rows[0]?.n;

it("plans what the filter finds, beyond the page, and counts what can't be assigned", async () => {
  const filter = TaskFilter.parse({
    view: "all",
    mainClass: "typo",
    sort: "name",
    after: here.commune.id,
  });
  const planned = await planListed.as(here.coordinator, { filter });
  expect(planned).toMatchObject({ ok: true, data: { moves: 60, left: 1 } });
  if (!planned.ok) return;
  await applyRedistribution.as(here.coordinator, { id: planned.data.id });
  expect(await assigned()).toBe(60);
});

it("plans the ticked ones of the filter alone, and nothing outside the area", async () => {
  const elsewhere = await makeStation(owner);
  const [other] = await makeListed(owner, elsewhere.commune, [
    { fullName: "A B", state: "verifying", force: "police" },
  ]);
  const [mine] = (
    await owner.query<{ id: string }>(
      "select id from task where unit_path = $1 and main_class = 'missing'",
      [here.commune.path],
    )
  ).rows;
  const taskIds = [mine?.id, other?.taskId];
  const filter = TaskFilter.parse({ view: "all" });
  const planned = await planListed.as(here.coordinator, { filter, taskIds });
  expect(planned).toMatchObject({ ok: true, data: { moves: 1, left: 0 } });
  const outside = await planListed.as(here.coordinator, { filter, taskIds: [other?.taskId] });
  expect(outside).toMatchObject({ ok: false, error: { reason: "nothingToAssign" } });
});

it("is refused to who may not say whose work it is", async () => {
  const filter = TaskFilter.parse({});
  const planned = await planListed.as(here.health, { filter });
  expect(planned).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
});

it("prints what is worked on door to door of the filter, hamlet by hamlet", async () => {
  const station = await makeStation(owner);
  const hamlet = await makeHamlet(owner, station.commune, "Ấp 1");
  const surveying = { state: "surveying", force: "hamlet" };
  await makeListed(owner, station.commune, [
    { fullName: "Một", hamlet, ...surveying },
    { fullName: "Hai", ...surveying },
    { fullName: "Ba", state: "correcting", force: "health" },
  ]);
  const made = await createListedWorksheet.as(station.health, {
    filter: TaskFilter.parse({ view: "all" }),
  });
  expect(made).toMatchObject({ ok: true, data: { lines: 2, left: 1 } });
  if (!made.ok) return;
  const sheet = await getWorksheet.as(station.health, made.data.worksheetId);
  expect(sheet.lines.map(({ fullName }) => fullName)).toEqual(["Một", "Hai"]);
  const team = await makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
  const own = await createListedWorksheet.as(team, { filter: TaskFilter.parse({}) });
  expect(own).toMatchObject({ ok: true, data: { lines: 1, left: 0 } });
});

it("begins anew, and says so, where the row that it stood at has gone out of reach", async () => {
  const elsewhere = await makeStation(owner);
  const [other] = await makeListed(owner, elsewhere.commune, [{ fullName: "A A" }]);
  const page = await listTasks.as(
    here.police,
    TaskFilter.parse({ view: "all", sort: "name", after: other?.taskId }),
  );
  expect(page).toMatchObject({ lost: true, previous: null });
  expect(page.tasks).toHaveLength(50);
});
