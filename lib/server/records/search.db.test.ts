import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { makeCommune, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { type ListedWish, type MadeListed, makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { createSearch, findBySearch, findSearch, purgeSearches } from "./search";

const owner = ownerClient();
let here: Station;
let made: MadeListed[];

const PEOPLE: ListedWish[] = [
  { fullName: "Nguyễn Thị Hòa", idNumber: "079185001234", phone: "0901234567" },
  { fullName: "NGUYỄN THỊ HOÀ", idNumber: "079185005678", phone: "0909991234" },
  { fullName: "NGUYEN THI HOA" },
  { fullName: "Nguyễn Thị Hoa", settled: true },
  { fullName: "Trần Hòa Nguyễn" },
  { fullName: "Đỗ Thị-Hoà  Ân" },
];

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  made = await makeListed(owner, here.commune, PEOPLE);
  const elsewhere = await makeStation(owner);
  await makeListed(owner, elsewhere.commune, PEOPLE);
});
afterAll(() => owner.end());

async function searchFor(actor: Actor, q: string) {
  const done = await createSearch.as(actor, { q });
  if (!done.ok) throw new Error(`refused: ${done.error.reason}`);
  return done.data.id;
}

async function find(actor: Actor, q: string, wanted: "records" | "tasks" = "records") {
  const id = await searchFor(actor, q);
  return transaction(scopeOf(actor), async ({ sql }) => {
    const search = await findSearch(sql, id);
    if (!search) throw new Error("not kept");
    const { ids } = await findBySearch(sql, search, wanted);
    const key = wanted === "tasks" ? "taskId" : "recordId";
    return PEOPLE.filter((_, at) => ids.includes(made[at]?.[key] ?? "")).map(
      ({ fullName }) => fullName,
    );
  });
}

const ALL_HOA = PEOPLE.map(({ fullName }) => fullName);

describe("a search by name", () => {
  it.each([
    ["nguyen thi hoa", ALL_HOA.slice(0, 4)],
    ["HOA nguyen", ALL_HOA.slice(0, 5)],
    ["hoa", ALL_HOA],
    // the place of the tone is nothing; a name without any mark may be meant
    ["Nguyễn Thị Hoà", ALL_HOA.slice(0, 3)],
    ["hòa", [...ALL_HOA.slice(0, 3), ...ALL_HOA.slice(4)]],
    ["Nguyễn Thị Hoa", ALL_HOA.slice(2, 4)],
    ["đỗ ân", ["Đỗ Thị-Hoà  Ân"]],
    ["hoang", []],
    ["ho", []],
  ])("%s", async (q, names) => {
    expect(await find(here.health, q)).toEqual(names);
    expect(await find(here.coordinator, q)).toEqual(names);
  });

  it("gives open tasks where those are asked for", async () => {
    expect(await find(here.health, "nguyen thi hoa", "tasks")).toEqual(ALL_HOA.slice(0, 3));
  });

  it("of common words reads their lists side by side, to the same end", async () => {
    const crowded = await makeStation(owner);
    const many = Array.from(
      { length: 1300 },
      (_, at): ListedWish => ({
        fullName: at % 3 === 0 ? "Nguyễn Thị Lan" : "Nguyễn Thi Lân",
        settled: true,
      }),
    );
    const rows = await makeListed(owner, crowded.commune, many);
    const search = await searchFor(crowded.health, "lan Thị");
    const answer = await transaction(scopeOf(crowded.health), async ({ sql }) =>
      findBySearch(sql, { id: search, kind: "name", terms: "lan Thị" }, "records"),
    );
    expect(answer.more).toBe(false);
    expect(answer.ids.sort()).toEqual(
      rows
        .filter((_, at) => at % 3 === 0)
        .map(({ recordId }) => recordId)
        .sort(),
    );
    const everybody = await transaction(scopeOf(crowded.health), async ({ sql }) =>
      findBySearch(sql, { id: search, kind: "name", terms: "thi nguyen" }, "records"),
    );
    expect(everybody).toMatchObject({ more: true });
    expect(everybody.ids).toHaveLength(1000);
  });
});

describe("a search by number", () => {
  it.each([
    ["1234", ["Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ"]],
    ["0901 234 567", ["Nguyễn Thị Hòa"]],
    ["079185005678", ["NGUYỄN THỊ HOÀ"]],
    ["991234", ["NGUYỄN THỊ HOÀ"]],
    ["081234", []],
  ])("%s", async (q, names) => {
    expect(await find(here.health, q)).toEqual(names);
  });

  it("by the record's own code, in the area alone", async () => {
    const code = made[3]?.code ?? "";
    expect(await find(here.health, code)).toEqual(["Nguyễn Thị Hoa"]);
    expect(await find(here.health, code.replace("TC-0000", "tc "))).toEqual(["Nguyễn Thị Hoa"]);
    const elsewhere = await makeOfficer(owner, { role: "police", unit: await makeCommune(owner) });
    expect(await find(elsewhere, code)).toEqual([]);
  });

  it.each([
    ["12", "searchDigits"],
    [" ", "searchEmpty"],
    ["ô", "searchLetters"],
  ])("refuses %s", async (q, reason) => {
    expect(await createSearch.as(here.health, { q })).toMatchObject({
      ok: false,
      error: { reason },
    });
  });
});

describe("what is kept of a search", () => {
  it("is its officer's alone, for a day, and never in the log", async () => {
    const id = await searchFor(here.health, "Nguyễn Thị Hòa");
    const seenBy = (actor: Actor) => transaction(scopeOf(actor), ({ sql }) => findSearch(sql, id));
    expect(await seenBy(here.health)).toMatchObject({ terms: "Nguyễn Thị Hòa" });
    for (const other of [here.police, here.coordinator]) expect(await seenBy(other)).toBeNull();
    const log = await owner.query("select detail from audit_entry where entity_id = $1", [id]);
    expect(log.rows).toEqual([{ detail: { kind: "name" } }]);
    await owner.query(
      "update search set created_at = created_at - interval '25 hours' where id = $1",
      [id],
    );
    expect(await seenBy(here.health)).toBeNull();
    expect(await purgeSearches()).toBeGreaterThan(0);
    const left = await owner.query("select 1 from search where id = $1", [id]);
    expect(left.rows).toEqual([]);
  });

  it("is refused to who reads no records", async () => {
    const leader = await makeOfficer(owner, { role: "leader", unit: here.commune });
    expect(await createSearch.as(leader, { q: "hoa" })).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
  });
});

describe("the words of a name", () => {
  it("follow a correction, a move and the list of a hamlet team", async () => {
    const [one] = await makeListed(owner, here.commune, [{ fullName: "Ngô Văn Quyết" }]);
    const wordsOf = async () =>
      (
        await owner.query(
          "select word, unit_path from record_word where record_id = $1 order by 1",
          [one?.recordId],
        )
      ).rows;
    const at = here.commune.path;
    expect(await wordsOf()).toEqual(
      ["ngo", "quyet", "van"].map((word) => ({ word, unit_path: at })),
    );
    await owner.query("update record set full_name = 'Ngô Văn Văn' where id = $1", [one?.recordId]);
    expect(await wordsOf()).toEqual(["ngo", "van"].map((word) => ({ word, unit_path: at })));
    const next = await makeCommune(owner, here.commune.province);
    await owner.query(
      "update record set unit_id = $2, unit_path = $3, full_name = null where id = $1",
      [one?.recordId, next.id, next.path],
    );
    expect(await wordsOf()).toEqual([]);
    const hamlet = await makeHamlet(owner, here.commune, "Ấp 8");
    const team = await makeOfficer(owner, { role: "hamlet", unit: here.commune, hamlet });
    expect(await find(team, "hoa")).toEqual([]);
    await owner.query("update record set hamlet_id = $2 where id = $1", [
      made[2]?.recordId,
      hamlet.id,
    ]);
    expect(await find(team, "hoa")).toEqual(["NGUYEN THI HOA"]);
  });
});
