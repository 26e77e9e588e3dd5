import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeOfficer, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getUnit, listProvinces, searchUnits, type UnitLine } from "./look-up";

const owner = ownerClient();
let officer: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  officer = await makeOfficer(owner, { role: "auditor", unit: await makeNation(owner) });
});
afterAll(() => owner.end());

const search = async (text: string) => (await searchUnits.as(officer, text)).units;
const said = (line: UnitLine) => `${line.era} ${line.code} ${line.name}`;

describe("a code", () => {
  it("may name two places: one of 2022 and one of today", async () => {
    expect((await search("80")).map(said).slice(0, 2)).toEqual([
      "today 80 Tỉnh Tây Ninh",
      "past 80 Tỉnh Long An",
    ]);
  });

  it("is found without the zeros that a spreadsheet takes off", async () => {
    const found = await search("4");
    expect(found.map((line) => line.code)).toEqual(expect.arrayContaining(["04", "004", "00004"]));
  });

  it("that nobody has finds nothing", async () => {
    expect(await search("99999")).toEqual([]);
  });
});

describe("a name", () => {
  it.each(["Phường Tân Ninh", "tân ninh", "phuong tan ninh", "TAN NINH"])(
    "is found by %s",
    async (text) => {
      const found = (await search(text)).filter((line) => line.era === "today");
      expect(found.map((line) => `${line.name}, ${line.trail.at(-1)?.name}`)).toContain(
        "Phường Tân Ninh, Tỉnh Tây Ninh",
      );
    },
  );

  it("written with marks comes before others that differ by marks only", async () => {
    const [first] = await search("Xã Tân Phú");
    expect(first?.name).toBe("Xã Tân Phú");
  });

  it("of signs only finds nothing", async () => {
    expect(await search("%_'")).toEqual([]);
    expect(await search(" ")).toEqual([]);
  });
});

describe("what became of a place of 2022", () => {
  it("is one unit, a choice among several, or not known", async () => {
    const [whole] = (await search("00001")).filter((line) => line.era === "past");
    expect(whole?.today).toMatchObject({ kind: "one", unit: { code: "00097" } });
    const { rows } = await owner.query<{ old_unit_id: string; n: string }>(
      "select old_unit_id, count(*) as n from unit_successor group by 1 having count(*) > 1 order by 1 limit 1",
    );
    const split = await getUnit.as(officer, rows[0]?.old_unit_id ?? "");
    expect(split.today).toMatchObject({ kind: "split" });
    expect(split.today.kind === "split" && split.today.units).toHaveLength(Number(rows[0]?.n));
    const [unresolved] = (await search("04561")).filter((line) => line.era === "past");
    expect(unresolved?.today).toEqual({ kind: "unresolved" });
  });

  it("is told from today's side too", async () => {
    const [today] = (await search("00097")).filter((line) => line.era === "today");
    const detail = await getUnit.as(officer, today?.id ?? "");
    expect(detail.from.map(({ unit }) => unit.code)).toContain("00001");
    expect(new Set(detail.from.map(({ unit }) => unit.era))).toEqual(new Set(["past"]));
  });
});

it("shows both trees from the provinces down", async () => {
  // Tests make provinces of their own, with codes that are no numbers.
  const coded = async (era: "past" | "today") =>
    (await listProvinces.as(officer, era)).filter((line) => /^\d/.test(line.code));
  const [past, today] = [await coded("past"), await coded("today")];
  expect([past.length, today.length]).toEqual([63, 34]);
  const hanoi = past.find((line) => line.code === "01");
  const { children } = await getUnit.as(officer, hanoi?.id ?? "");
  expect(children).toHaveLength(30);
  expect(new Set(children.map((child) => child.level))).toEqual(new Set(["district"]));
});

it("answers like nothing for a unit that doesn't exist", async () => {
  await expect(getUnit.as(officer, "no-such")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
