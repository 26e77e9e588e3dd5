import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { makeCommune, makeHamlet, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { type ListedWish, type MadeListed, makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { listTasks, type TasksPage } from "./list";
import { countByState, countTasks, getListCounts } from "./list-counts";
import { TASK_SORTS, TaskFilter } from "./list-filter";

const owner = ownerClient();
let station: Station;
let made: MadeListed[];

const NAMES = ["Nguyễn Thị Hòa", "NGUYEN THI HOA", "Lê Văn An", "Trần Thị Hoa", "Đỗ Ân"];
const CLASSES = ["typo", "missing", "diacritics"];

/** Ties in every order, and more than two pages. */
function wish(at: number): ListedWish {
  return {
    fullName: NAMES[at % NAMES.length] ?? "",
    birthDate: at % 7 === 0 ? null : `19${60 + (at % 4)}-05-01`,
    mainClass: CLASSES[at % CLASSES.length],
    dueOn: `2030-01-${10 + (at % 3)}`,
    days: at % 4,
  };
}

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const wishes = Array.from({ length: 130 }, (_, at) => wish(at));
  made = await makeListed(owner, station.commune, wishes);
});
afterAll(() => owner.end());

const list = (actor: Actor, filter: Record<string, unknown>) =>
  listTasks.as(actor, TaskFilter.parse(filter));

const idsOf = ({ tasks }: TasksPage) => tasks.map(({ id }) => id);

/** Every page from the first on; `between` happens after each. */
async function walk(actor: Actor, filter: Record<string, unknown>, between = async () => {}) {
  const pages: TasksPage[] = [await list(actor, filter)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    await between();
    pages.push(await list(actor, { ...filter, after: next }));
  }
  return pages;
}

const ORDERS = TASK_SORTS.flatMap((sort) =>
  (["asc", "desc"] as const).map((direction) => ({ sort, direction })),
);

describe("a walk through the pages", () => {
  const everybody = () => made.map(({ taskId }) => taskId).sort();

  it.each(ORDERS)(
    "by $sort $direction shows every row once and comes back the same way",
    async (order) => {
      for (const actor of [station.health, station.coordinator]) {
        const pages = await walk(actor, { view: "all", ...order });
        expect(pages.map(({ tasks }) => tasks.length)).toEqual([50, 50, 30]);
        expect(pages.flatMap(idsOf).sort()).toEqual(everybody());
        let back = pages.at(-1)?.previous;
        for (const page of pages.slice(0, -1).toReversed()) {
          const again: TasksPage = await list(actor, { view: "all", ...order, before: back });
          expect(idsOf(again)).toEqual(idsOf(page));
          back = again.previous;
        }
        expect(back).toBeNull();
      }
    },
  );

  it("is in order: given name before family name, unknown years first", async () => {
    const byName = (await walk(station.health, { view: "all", sort: "name" })).flatMap(
      ({ tasks }) => tasks.map(({ fullName }) => fullName),
    );
    expect([...new Set(byName)]).toEqual([
      "Đỗ Ân",
      "Lê Văn An",
      ...new Set(byName.slice(52, 104)),
      "Trần Thị Hoa",
    ]);
    const byYear = (
      await walk(station.health, { view: "all", sort: "birthYear", direction: "desc" })
    ).flatMap(({ tasks }) => tasks.map(({ birthYear }) => birthYear));
    expect([...new Set(byYear)]).toEqual(["1963", "1962", "1961", "1960", null]);
  });

  it("of the whole country takes the first of every province", async () => {
    const nation = await makeOfficer(owner, { role: "coordinator", unit: await makeNation(owner) });
    const elsewhere = await makeStation(owner);
    const [first, last] = await makeListed(owner, elsewhere.commune, [
      { fullName: "A A", dueOn: "2030-01-09" },
      { fullName: "B B", dueOn: "2031-01-01" },
    ]);
    const pages = await walk(nation, { view: "all", state: "correcting" });
    const ids = pages.flatMap(idsOf);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toEqual(expect.arrayContaining(everybody()));
    expect(ids.indexOf(first?.taskId ?? "")).toBeLessThan(ids.indexOf(made[0]?.taskId ?? ""));
    expect(ids.at(-1)).toBe(last?.taskId);
  });

  it("misses and repeats nobody while others work", async () => {
    const here = await makeStation(owner);
    const rows = await makeListed(
      owner,
      here.commune,
      Array.from({ length: 120 }, (_, at) => wish(at)),
    );
    for (const order of ORDERS) {
      const seen: string[] = [];
      const pages = await walk(here.health, { view: "all", ...order }, async () => {
        // Somebody has settled the very row that the page ended with, and opened another.
        seen.push("page");
        await owner.query(
          "update task set lease_by_id = $2, lease_until = now() + interval '1 hour', version = version + 1 where id = $1",
          [rows[seen.length]?.taskId, here.health.officerId],
        );
      });
      const ids = pages.flatMap(idsOf);
      expect(ids.sort()).toEqual(rows.map(({ taskId }) => taskId).sort());
    }
    const first = await list(here.health, { view: "all", sort: "name" });
    const edge = idsOf(first).at(-1);
    await owner.query("update task set state = 'closed', resolution = 'corrected' where id = $1", [
      edge,
    ]);
    const second = await list(here.health, { view: "all", sort: "name", after: first.next });
    expect([...idsOf(first), ...idsOf(second)]).toHaveLength(100);
    expect(idsOf(first).filter((id) => idsOf(second).includes(id))).toEqual([]);
  });
});

describe("a filter", () => {
  let here: Station;
  beforeAll(async () => {
    here = await makeStation(owner);
    const hamlet = await makeHamlet(owner, here.commune, "Ấp 3");
    await makeListed(owner, here.commune, [
      { fullName: "Một", hamlet, dueOn: "2020-01-01" },
      { fullName: "Hai", assigneeId: here.health.officerId, mainClass: "missing" },
      { fullName: "Ba", returned: true, dueOn: "2030-02-01" },
      { fullName: "Bốn", state: "verifying", force: "police", mainClass: "different" },
      {
        fullName: "Năm",
        state: "verifying",
        force: "police",
        mainClass: "different",
        dueOn: "2020-01-02",
      },
    ]);
  });
  const names = async (actor: Actor, filter: Record<string, unknown>) =>
    (await list(actor, filter)).tasks.map(({ fullName }) => fullName);

  it.each([
    [{}, ["Một", "Hai", "Ba"]],
    [{ view: "all" }, ["Một", "Năm", "Hai", "Bốn", "Ba"]],
    [{ view: "mine" }, ["Hai"]],
    [{ mainClass: "missing" }, ["Hai"]],
    [{ mainClass: "missing", sort: "name" }, ["Hai"]],
    [{ view: "all", state: "verifying" }, ["Năm", "Bốn"]],
    [
      { view: "all", state: "verifying", mainClass: "different", sort: "name", direction: "desc" },
      ["Năm", "Bốn"],
    ],
    [{ overdue: "1" }, ["Một"]],
    [{ returned: "1" }, ["Ba"]],
    [{ hamlet: "none" }, ["Hai", "Ba"]],
    [{ dueFrom: "2030-01-01", dueTo: "2030-01-31" }, ["Hai"]],
    [{ state: "nothing", mainClass: "'; drop table task", sort: "x" }, ["Một", "Hai", "Ba"]],
  ])("%o", async (filter, expected) => {
    expect(await names(here.health, filter)).toEqual(expected);
    const counts = await getListCounts.as(here.health, TaskFilter.parse(filter));
    expect(counts).toMatchObject({ listed: expected.length, exact: true });
  });

  it("of a commune inside the area; one elsewhere is not found", async () => {
    const unit = here.commune.id;
    expect(await names(here.coordinator, { view: "all", unit, overdue: "1" })).toEqual([
      "Một",
      "Năm",
    ]);
    const elsewhere = await makeCommune(owner);
    await expect(list(here.coordinator, { unit: elsewhere.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("counts from the figures for an area what it counts row by row for a commune", async () => {
    await owner.query("select fold_progress()");
    await owner.query(
      "update task set state = 'correcting', force = 'health' where main_class = 'different' and unit_path = $1 and due_on < '2021-01-01'",
      [here.commune.path],
    );
    const byClass = await countTasks.as(here.coordinator);
    expect(byClass).toEqual([
      { mainClass: "different", n: 2, mine: 0 },
      { mainClass: "typo", n: 2, mine: 0 },
      { mainClass: "missing", n: 1, mine: 0 },
    ]);
    expect(await countTasks.as(here.health)).toEqual([
      { mainClass: "typo", n: 2, mine: 0 },
      { mainClass: "different", n: 1, mine: 0 },
      { mainClass: "missing", n: 1, mine: 1 },
    ]);
    const states = [
      { state: "correcting", n: 4, mine: 0, overdue: 2 },
      { state: "verifying", n: 1, mine: 0, overdue: 0 },
    ];
    const byState = await countByState.as(here.coordinator);
    expect(byState.sort((a, b) => b.n - a.n)).toEqual(states);
    expect(await countByState.as(here.police)).toEqual(expect.arrayContaining(states));
  });

  it("a hamlet team finds its own list alone", async () => {
    const hamlet = await makeHamlet(owner, here.commune, "Ấp 7");
    const team = await makeOfficer(owner, { role: "hamlet", unit: here.commune, hamlet });
    await makeListed(owner, here.commune, [
      { fullName: "Sáu", hamlet, state: "surveying", force: "hamlet" },
    ]);
    for (const sort of TASK_SORTS) expect(await names(team, { sort })).toEqual(["Sáu"]);
    expect(await countTasks.as(team)).toEqual([{ mainClass: "typo", n: 1, mine: 0 }]);
  });
});

it("follows a name, a year and a place that change", async () => {
  const here = await makeStation(owner);
  const [row] = await makeListed(owner, here.commune, [
    { fullName: "Bùi Thị Zin" },
    { fullName: "Lê Yên" },
  ]);
  await owner.query(
    "update record set full_name = 'Bùi Thị Ái', birth_date = '1999-01-01' where id = $1",
    [row?.recordId],
  );
  const page = await list(here.health, { sort: "name" });
  expect(page.tasks.map(({ fullName, birthYear }) => [fullName, birthYear])).toEqual([
    ["Bùi Thị Ái", "1999"],
    ["Lê Yên", "1985"],
  ]);
});
