import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { type MadeHamlet, makeCommune, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { type ListedWish, makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { listRecords } from "./list";
import { getRecordCounts } from "./list-counts";
import { RecordFilter } from "./list-filter";
import { recordList, rowsPassed } from "./list-read";

const owner = ownerClient();
let here: Station;
let elsewhere: Station;
let hamlet: MadeHamlet;

const peopleOf = (in3?: MadeHamlet): ListedWish[] => [
  { fullName: "Trần Thị Bích", birthDate: "1950-01-01", outcome: "review" },
  { fullName: "Lê Văn An", birthDate: "1985-05-05", outcome: "matched", settled: true },
  { fullName: "Đỗ Văn An", birthDate: "1985-01-01", outcome: "repaired", settled: true },
  { fullName: "Võ Thị Cúc", birthDate: null, outcome: null, settled: true, hamlet: in3 },
  { fullName: "Ngô Văn Dũng", birthDate: "2010-01-01", outcome: "review", hamlet: in3 },
];

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  hamlet = await makeHamlet(owner, here.commune, "Ấp 3");
  await makeListed(owner, here.commune, peopleOf(hamlet));
  elsewhere = await makeStation(owner);
  await makeListed(owner, elsewhere.commune, peopleOf());
});
afterAll(() => owner.end());

const list = (actor: Actor, asked: Record<string, unknown> = {}) =>
  listRecords.as(actor, RecordFilter.parse(asked));

async function namesOf(actor: Actor, asked: Record<string, unknown> = {}) {
  return (await list(actor, asked)).records.map(({ fullName }) => fullName?.split(" ").at(-1));
}

describe("the list of records is narrowed", () => {
  it.each([
    [{}, ["An", "An", "Bích", "Cúc", "Dũng"]],
    [{ direction: "desc" }, ["Dũng", "Cúc", "Bích", "An", "An"]],
    [{ standing: "matched" }, ["An"]],
    [{ standing: "none" }, ["Cúc"]],
    [{ standing: "task" }, ["Bích", "Dũng"]],
    [{ standing: "task", sort: "birthYear", direction: "desc" }, ["Dũng", "Bích"]],
    [{ standing: "no_such" }, []],
    [{ sort: "birthYear" }, ["Cúc", "Bích", "An", "An", "Dũng"]],
    [{ bornFrom: "1985", bornTo: "1985" }, ["An", "An"]],
    [{ bornTo: "1985" }, ["Bích", "An", "An"]],
    [{ bornFrom: "1985", standing: "review" }, ["Dũng"]],
    [{ bornFrom: "2000", standing: "task" }, ["Dũng"]],
    // what is not understood is left out
    [{ bornFrom: "19", standing: "Hòa", sort: "x" }, ["An", "An", "Bích", "Cúc", "Dũng"]],
  ])("%j", async (asked, names) => {
    for (const actor of [here.health, here.police, here.coordinator]) {
      expect(await namesOf(actor, asked)).toEqual(names);
    }
  });

  it("within one year by name: a register", async () => {
    const { records } = await list(here.health, { bornFrom: "1985", bornTo: "1985" });
    expect(records.map(({ fullName }) => fullName)).toEqual(["Đỗ Văn An", "Lê Văn An"]);
  });

  it("by hamlet and unit; a unit elsewhere is not found", async () => {
    expect(await namesOf(here.health, { hamlet: hamlet.id })).toEqual(["Cúc", "Dũng"]);
    expect(await namesOf(here.health, { hamlet: hamlet.id, standing: "task" })).toEqual(["Dũng"]);
    expect(await namesOf(here.health, { hamlet: hamlet.id, sort: "birthYear" })).toEqual([
      "Cúc",
      "Dũng",
    ]);
    expect(await namesOf(here.health, { hamlet: "none" })).toEqual(["An", "An", "Bích"]);
    expect(await namesOf(here.coordinator, { unit: here.commune.id })).toHaveLength(5);
    await expect(list(here.coordinator, { unit: elsewhere.commune.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("to the officer's own area, whatever the address asks for", async () => {
    for (const asked of [{}, { standing: "task" }, { bornTo: "2020" }, { hamlet: hamlet.id }]) {
      const found = await list(elsewhere.health, asked);
      const mine = await list(here.health, asked);
      const ids = new Set(mine.records.map(({ id }) => id));
      expect(found.records.filter(({ id }) => ids.has(id))).toEqual([]);
    }
    expect(await namesOf(elsewhere.health, { hamlet: hamlet.id })).toEqual([]);
    const nobody = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    expect(await list(nobody, { standing: "task" })).toMatchObject({
      records: [],
      count: { n: 0, exact: true },
    });
  });

  it("for a hamlet team to its own hamlet, with its own figures", async () => {
    const team = await makeOfficer(owner, { role: "hamlet", unit: here.commune, hamlet });
    expect(await namesOf(team)).toEqual(["Cúc", "Dũng"]);
    expect(await namesOf(team, { standing: "none", sort: "birthYear" })).toEqual(["Cúc"]);
    expect(await namesOf(team, { hamlet: "none" })).toEqual(["Cúc", "Dũng"]);
    expect(await getRecordCounts.as(team)).toEqual({
      total: 2,
      open: 1,
      standings: [
        { standing: "none", n: 1 },
        { standing: "review", n: 1 },
      ],
    });
    expect((await list(team, { standing: "task" })).count).toEqual({ n: 1, exact: true });
  });
});

describe("how many records there are", () => {
  it("comes from kept figures above the list and below it", async () => {
    for (const actor of [here.health, here.coordinator]) {
      expect(await getRecordCounts.as(actor)).toEqual({
        total: 5,
        open: 2,
        standings: [
          { standing: "review", n: 2 },
          { standing: "matched", n: 1 },
          { standing: "none", n: 1 },
          { standing: "repaired", n: 1 },
        ],
      });
      const counted = async (asked: Record<string, unknown>) => (await list(actor, asked)).count;
      expect(await counted({})).toEqual({ n: 5, exact: true });
      expect(await counted({ standing: "none" })).toEqual({ n: 1, exact: true });
      expect(await counted({ standing: "task" })).toEqual({ n: 2, exact: true });
      expect(await counted({ unit: here.commune.id, standing: "review" })).toEqual({
        n: 2,
        exact: true,
      });
      expect(await counted({ bornTo: "1985" })).toEqual({ n: 3, exact: true });
    }
  });

  it("of an outcome within some years is said for a commune alone", async () => {
    const asked = { bornTo: "1985", standing: "review" };
    expect((await list(here.health, asked)).count).toEqual({ n: 1, exact: true });
    expect(await list(here.coordinator, asked)).toMatchObject({ count: null, sparse: false });
  });

  it("ends at a thousand where it has to be counted", async () => {
    const crowded = await makeStation(owner);
    const many = Array.from({ length: 1100 }, () => ({ fullName: "Lê Thị Lan", settled: true }));
    await makeListed(owner, crowded.commune, many);
    expect((await list(crowded.health, { bornTo: "1990" })).count).toEqual({
      n: 1001,
      exact: false,
    });
  });
});

describe("what would be looked for through a whole province", () => {
  it("is told by the figures", () => {
    const province = (name: string, rare: number) => [
      { province: name, outcome: "matched", n: 100_000 },
      { province: name, outcome: "insufficient", n: rare },
    ];
    expect(rowsPassed(province("1.2.", 10_000), "insufficient")).toBeCloseTo(561);
    expect(rowsPassed(province("1.2.", 3), "insufficient")).toBe(100_003);
    // a province without any is not read at all
    expect(rowsPassed([...province("1.2.", 10_000), ...province("1.3.", 0)], "none")).toBe(0);
  });

  it("is not looked for where figures say that there is none", async () => {
    const read = (actor: Actor, filter: RecordFilter) =>
      transaction(scopeOf(actor), ({ sql }) => recordList(sql, { actor, filter }));
    const none = { standing: "ambiguous", bornFrom: "1950" };
    for (const actor of [here.health, here.coordinator]) {
      expect(await read(actor, none)).toMatchObject({ unread: "none" });
      expect(await read(actor, { standing: "review" })).toMatchObject({ unread: null });
    }
    expect(await list(here.coordinator, none)).toMatchObject({
      records: [],
      count: { n: 0, exact: true },
      sparse: false,
    });
  });

  it("is not looked for: records without a hamlet are a commune's", async () => {
    expect(await list(here.coordinator, { hamlet: "none" })).toMatchObject({
      records: [],
      sparse: true,
    });
    expect((await list(here.coordinator, { hamlet: "none", unit: here.commune.id })).sparse).toBe(
      false,
    );
  });
});

describe("pages", () => {
  it("go on and back by every order, and a task that is closed meanwhile loses no place", async () => {
    const busy = await makeStation(owner);
    const wishes = Array.from({ length: 120 }, (_, at) => ({
      fullName: `Phạm Văn ${String.fromCharCode(65 + (at % 26))}`,
      birthDate: `${1950 + (at % 7)}-01-01`,
    }));
    await makeListed(owner, busy.commune, wishes);
    const ways = [
      {},
      { sort: "birthYear" },
      { bornFrom: "1951", direction: "desc" },
      { standing: "task" },
      { standing: "task", sort: "birthYear" },
    ];
    for (const asked of ways) {
      for (const actor of [busy.health, busy.coordinator]) {
        const first = await list(actor, asked);
        const second = await list(actor, { ...asked, after: first.next });
        const third = await list(actor, { ...asked, after: second.next });
        const ids = [first, second, third].flatMap(({ records }) => records.map(({ id }) => id));
        expect(new Set(ids).size).toBe(first.count?.n);
        const back = await list(actor, { ...asked, before: third.previous });
        expect(back.records).toEqual(second.records);
      }
    }
    const first = await list(busy.health, { standing: "task" });
    const second = await list(busy.health, { standing: "task", after: first.next });
    await owner.query(
      "update task set state = 'closed', resolution = 'corrected' where record_id = $1",
      [first.next],
    );
    expect((await list(busy.health, { standing: "task", after: first.next })).records).toEqual(
      second.records,
    );
  });

  it("begin anew where the row is out of reach", async () => {
    const [theirs] = (await list(elsewhere.health)).records;
    expect(await list(here.health, { after: theirs?.id })).toMatchObject({ lost: true });
  });
});
