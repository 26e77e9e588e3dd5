import { describe, expect, it } from "vitest";
import {
  placeToday,
  placeTodayOfCode,
  type Succession,
  successorsOf,
} from "@/lib/domain/units/successors";
import { eraOfUnit, scopeRange, type Unit } from "@/lib/domain/units/unit";
import {
  ancestorAt,
  breadcrumb,
  buildUnitIndex,
  findUnit,
  unitsOf,
} from "@/lib/domain/units/unit-index";
import { readRows, readSuccessors, readUnits } from "./unit-files";

const units = readUnits();
const steps = readSuccessors();
const index = buildUnitIndex(units, steps);
const communes = unitsOf("past", "commune", index);

function unit(code: string, era: "past" | "today"): Unit {
  const found = findUnit(code, era, index);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

function codes(succession: Succession): string[] {
  if (succession.kind === "unresolved") return [];
  return (succession.kind === "one" ? [succession.unit] : succession.units).map((u) => u.code);
}

describe("the two trees", () => {
  it("hold every unit of the tables once", () => {
    const count = (era: "past" | "today", level: Unit["level"]) =>
      unitsOf(era, level, index).length;
    expect([
      count("past", "province"),
      count("past", "district"),
      count("past", "commune"),
    ]).toEqual([63, 705, 10_599]);
    expect([
      count("today", "province"),
      count("today", "district"),
      count("today", "commune"),
    ]).toEqual([34, 0, 3321]);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    expect(new Set(units.map(({ code, validFrom }) => code + validFrom)).size).toBe(units.length);
  });

  it("stand apart: most codes of today named another place in 2022", () => {
    const today = units.filter((u) => eraOfUnit(u) === "today" && u.level !== "nation");
    const both = today.filter((u) => findUnit(u.code, "past", index));
    expect(both).toHaveLength(3349);
    expect(both.filter((u) => findUnit(u.code, "past", index)?.name !== u.name)).toHaveLength(2239);
    expect([unit("80", "past").name, unit("80", "today").name]).toEqual([
      "Tỉnh Long An",
      "Tỉnh Tây Ninh",
    ]);
  });

  it("put parents before children and every path below its parent's", () => {
    const seen = new Map<string, Unit>();
    for (const each of units) {
      const parent = each.parentId === null ? null : seen.get(each.parentId);
      expect(parent, each.id).not.toBeUndefined();
      expect(each.path).toBe(`${parent?.path ?? ""}${each.id}.`);
      seen.set(each.id, each);
    }
  });

  it("are the same whatever the order of the rows", () => {
    expect(readUnits()).toEqual(units);
  });

  it("lead from the nation to a commune", () => {
    const names = (u: Unit) => breadcrumb(u, index).map(({ name }) => name);
    expect(names(unit("26734", "past"))).toEqual([
      "Việt Nam",
      "Thành phố Hồ Chí Minh",
      "Quận 1",
      "Phường Tân Định",
    ]);
    expect(names(unit("25459", "today"))).toEqual(["Việt Nam", "Tỉnh Tây Ninh", "Phường Tân Ninh"]);
    expect(ancestorAt(unit("25459", "today"), "district", index)).toBeNull();
  });
});

describe("a scope range", () => {
  // JavaScript compares these ASCII strings byte by byte, as collation "C" does.
  const within = (path: string, u: Unit) => {
    const { from, to } = scopeRange(path);
    return u.path >= from && u.path < to;
  };

  it("holds a unit, all below it and nothing else", () => {
    for (const scope of [unit("79", "today"), unit("80", "past"), unit("760", "past")]) {
      const inside = units.filter((u) => within(scope.path, u));
      expect(inside).toEqual(units.filter((u) => breadcrumb(u, index).includes(scope)));
    }
  });

  it("never reaches the other tree or a longer id", () => {
    const nation = units.filter((u) => within("1.", u));
    expect(nation).toHaveLength(1 + 34 + 3321);
    expect(within("1.17.", { ...unit("79", "today"), path: "1.179." })).toBe(false);
  });
});

describe("successors", () => {
  const all = communes.map((commune) => ({ commune, today: successorsOf(commune.code, index) }));
  const ofKind = (kind: Succession["kind"]) => all.filter(({ today }) => today.kind === kind);

  it("answer for every commune of 2022: one, split or unresolved", () => {
    expect([ofKind("one").length, ofKind("split").length, ofKind("unresolved").length]).toEqual([
      10_082, 501, 16,
    ]);
    expect(ofKind("unresolved").map(({ commune }) => [commune.code, commune.name])).toEqual(
      readRows<{ old_code: string; old_name: string }>("admin_successors_unresolved.csv").map(
        (row) => [row.old_code, row.old_name],
      ),
    );
  });

  it("name the one that took all the people, where the others took only land", () => {
    const likely = ofKind("split").filter(
      ({ today }) => today.kind === "split" && today.likely !== null,
    );
    expect(likely).toHaveLength(58);
    expect(successorsOf("26833", index)).toMatchObject({
      kind: "split",
      likely: { code: "26833", name: "Phường Long Bình" },
    });
  });

  it("stay inside the province's own successor", () => {
    for (const { commune, today } of all) {
      const province = ancestorAt(commune, "province", index);
      const home = province ? codes(successorsOf(province.code, index)) : [];
      for (const code of codes(today)) {
        expect([ancestorAt(unit(code, "today"), "province", index)?.code]).toEqual(home);
      }
    }
  });

  it("go through the commune of that time for those merged before 2025", () => {
    const merged = steps.filter(({ viaCode }) => viaCode !== null);
    expect(new Set(merged.map(({ oldUnitId }) => oldUnitId)).size).toBe(553);
    for (const { newUnitId, viaCode } of merged) {
      const via = codes(successorsOf(viaCode ?? "", index)).map((code) => unit(code, "today").id);
      expect(via, viaCode ?? "").toContain(newUnitId);
    }
  });

  it("make 34 whole unions of 63 provinces", () => {
    const unions = unitsOf("past", "province", index).map((p) => successorsOf(p.code, index));
    expect(unions.every(({ kind }) => kind === "one")).toBe(true);
    expect(new Set(unions.flatMap(codes)).size).toBe(34);
  });

  it("turn island districts into special zones, and no other district into anything", () => {
    const districts = unitsOf("past", "district", index);
    const found = districts.filter((d) => successorsOf(d.code, index).kind !== "unresolved");
    expect(found.map(({ code }) => codes(successorsOf(code, index))[0])).toEqual([
      "11948",
      "19742",
      "20333",
      "21548",
      "26732",
    ]);
  });

  it("are known for codes made after the snapshot", () => {
    expect(findUnit("03983", "past", index)).toBeNull();
    expect(codes(successorsOf("03983", index))).toEqual(["04033"]);
    expect(successorsOf("99999", index)).toEqual({ kind: "unresolved" });
  });

  it("read a code on its day, when it means two places", () => {
    expect([unit("25549", "past").name, unit("25549", "today").name]).toEqual([
      "Xã Tân Hưng",
      "Xã Tân Phú",
    ]);
    expect(codes(placeTodayOfCode("25546", "2022-03-01", index))).toEqual(["25516", "25549"]);
    expect(placeTodayOfCode("25549", "2025-07-01", index)).toMatchObject({ kind: "one" });
    expect(placeTodayOfCode("25546", "2025-07-01", index)).toEqual({ kind: "unresolved" });
    expect(placeToday(unit("79", "today"), index)).toMatchObject({ unit: { code: "79" } });
    expect(codes(placeToday(unit("80", "past"), index))).toEqual(["80"]);
  });
});
