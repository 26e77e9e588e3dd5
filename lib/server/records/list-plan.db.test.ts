import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { type Sql, transaction } from "@/lib/server/core/db";
import { type MadeHamlet, makeHamlet, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { RecordFilter } from "./list-filter";
import { countRecordList, readRecordIds, recordList } from "./list-read";

const owner = ownerClient();
let here: Station;
let hamlet: MadeHamlet;

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  hamlet = await makeHamlet(owner, here.commune, "Ấp 3");
  const wishes = Array.from({ length: 1500 }, (_, at) => ({
    fullName: `Lê Văn ${String.fromCharCode(65 + (at % 26))}`,
    birthDate: `${1940 + (at % 70)}-01-01`,
    outcome: at % 4 === 0 ? "review" : "matched",
    settled: at % 4 !== 0,
    hamlet: at % 10 === 0 ? hamlet : undefined,
  }));
  await makeListed(owner, here.commune, wishes);
  await owner.query("analyze record");
  await owner.query("analyze task");
});
afterAll(() => owner.end());

/** How the database comes by a page, or by the number of a list, as it says itself. */
async function planOf(
  actor: Actor,
  asked: Record<string, unknown>,
  what: "page" | "count" = "page",
): Promise<string> {
  return transaction(scopeOf(actor), async ({ sql }) => {
    const filter = RecordFilter.parse(asked);
    const list = await recordList(sql, { actor, filter });
    const plans: string[] = [];
    const explaining: Sql = async (text, values) => {
      if (!/as ordered|as n from/.test(text)) return sql(text, values);
      const rows = await sql<{ "QUERY PLAN": string }>(`explain (costs off) ${text}`, values);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      return [];
    };
    if (what === "count") await countRecordList(explaining, list);
    else await readRecordIds(explaining, list, { filter, size: 51 });
    return plans.join("\n");
  });
}

const WAYS = [
  [{}, "record_list_name on record", "record_list_unit on record"],
  [{ sort: "birthYear" }, "record_list_year on record", "record_list_unit_year on record"],
  [
    { bornFrom: "1950", bornTo: "1960" },
    "record_list_year on record",
    "record_list_unit_year on record",
  ],
  [{ standing: "review" }, "record_list_name on record", "record_list_unit on record"],
] as const;

it.each(WAYS)("%j is read along its index, from the edge on", async (asked, wide, narrow) => {
  const { rows } = await owner.query("select id from record where unit_path = $1 limit 1", [
    here.commune.path,
  ]);
  const edges = [{}, { after: rows[0].id }, { before: rows[0].id, direction: "desc" }];
  for (const edge of edges) {
    const province = await planOf(here.coordinator, { ...asked, ...edge });
    expect(province).toContain(`using ${wide}`);
    expect(province).toMatch(/Index Cond: \(.*province = /);
    const commune = await planOf(here.health, { ...asked, ...edge });
    expect(commune).toContain(`using ${narrow}`);
    for (const plan of [province, commune]) {
      if ("after" in edge) expect(plan).toMatch(/Index Cond: \(.*ROW\(/);
      expect(plan).not.toMatch(/Sort|Seq Scan/);
    }
  }
});

it("years of birth are a range of the index, also when they are counted", async () => {
  const asked = { bornFrom: "1950", bornTo: "1960" };
  for (const actor of [here.coordinator, here.health]) {
    expect(await planOf(actor, asked)).toMatch(/Index Cond: \(.*birth_year >= .*birth_year <= /);
    const counted = await planOf(actor, asked, "count");
    expect(counted).toMatch(/Index Cond: \(.*birth_year >= .*birth_year <= /);
    expect(counted).not.toMatch(/Seq Scan/);
  }
});

it("what has an open task is read along the open tasks", async () => {
  for (const [sort, index] of [
    ["name", "task_list_name"],
    ["birthYear", "task_list_year"],
  ]) {
    const plan = await planOf(here.coordinator, { standing: "task", sort });
    expect(plan).toContain(`using ${index} on task`);
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  }
});

it("a hamlet has an index in the order of a register, its team's too", async () => {
  const team = await makeOfficer(owner, { role: "hamlet", unit: here.commune, hamlet });
  for (const plan of [await planOf(here.health, { hamlet: hamlet.id }), await planOf(team, {})]) {
    expect(plan).toContain("using record_hamlet on record");
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  }
});

it("of the whole country each province is read along the index", async () => {
  const nation = await makeOfficer(owner, { role: "coordinator", unit: await makeNation(owner) });
  for (const asked of [{}, { sort: "birthYear" }, { bornTo: "1960" }]) {
    const plan = await planOf(nation, asked);
    expect(plan).toMatch(/using record_list_(name|year) on record/);
    expect(plan).not.toMatch(/Seq Scan/);
  }
});
