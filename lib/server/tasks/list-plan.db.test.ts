import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { type Sql, transaction } from "@/lib/server/core/db";
import { makeNation, makeOfficer } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { TASK_SORTS, TaskFilter } from "./list-filter";
import { readTaskKeys, taskList } from "./list-page";

const owner = ownerClient();
let here: Station;

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  const wishes = Array.from({ length: 1500 }, (_, at) => ({
    fullName: `Lê Văn ${String.fromCharCode(65 + (at % 26))}`,
    dueOn: `2030-01-${10 + (at % 20)}`,
  }));
  await makeListed(owner, here.commune, wishes);
  await owner.query("analyze task");
});
afterAll(() => owner.end());

/** How the database comes by a page, as it says itself. */
async function planOf(actor: Actor, asked: Record<string, unknown>): Promise<string> {
  return transaction(scopeOf(actor), async ({ sql }) => {
    const filter = TaskFilter.parse(asked);
    const list = await taskList(sql, { actor, filter, now: new Date() });
    const plans: string[] = [];
    const explaining: Sql = async (text, values) => {
      if (!/as ordered/.test(text)) return sql(text, values);
      const rows = await sql<{ "QUERY PLAN": string }>(`explain (costs off) ${text}`, values);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      return [];
    };
    await readTaskKeys(explaining, list, { filter, size: 51 });
    return plans.join("\n");
  });
}

const INDEX = {
  due: "task_list_due",
  name: "task_list_name",
  birthYear: "task_list_year",
  since: "task_list_since",
} as const;

it.each(TASK_SORTS)(
  "a page of a province by %s is read along its index, from the edge on",
  async (sort) => {
    const [first] = (
      await owner.query("select id from task where unit_path = $1 limit 1", [here.commune.path])
    ).rows;
    const edges = [{}, { after: first.id }, { before: first.id, direction: "desc" }];
    for (const edge of edges) {
      const plan = await planOf(here.coordinator, { view: "all", sort, ...edge });
      expect(plan).toContain(`using ${INDEX[sort]} on task`);
      expect(plan).toMatch(/Index Cond: \(.*province = /);
      if ("after" in edge) expect(plan).toMatch(/Index Cond: \(.*ROW\(/);
      expect(plan).not.toMatch(/Sort|Seq Scan/);
    }
  },
);

it("a page of a commune in the usual order is read along an index too", async () => {
  const plan = await planOf(here.health, { view: "all" });
  expect(plan).toMatch(/Index (Only )?Scan using task_list_unit on task/);
  expect(plan).not.toMatch(/Sort|Seq Scan/);
});

it("a class and a state have an index of their own", async () => {
  const byClass = await planOf(here.coordinator, { view: "all", mainClass: "typo" });
  expect(byClass).toMatch(/Index Cond: .*main_class|using task_list_due/);
  const byState = await planOf(here.coordinator, { view: "all", state: "verifying" });
  expect(byState).toContain("using task_list_state on task");
  expect(`${byClass}${byState}`).not.toMatch(/Sort|Seq Scan/);
});

it("of the whole country each province is read along the index", async () => {
  const nation = await makeOfficer(owner, { role: "coordinator", unit: await makeNation(owner) });
  const plan = await planOf(nation, { view: "all", sort: "name" });
  expect(plan).toContain("using task_list_name on task");
  expect(plan).not.toMatch(/Seq Scan/);
});
