import { describe, expect, it } from "vitest";
import { type Origin, placesInPast } from "@/lib/domain/units/past-groups";
import { ancestorAt, buildUnitIndex, unitsOf } from "@/lib/domain/units/unit-index";
import { readSuccessors, readUnits } from "./unit-files";

const steps = readSuccessors();
const index = buildUnitIndex(readUnits(), steps);
const communes = unitsOf("today", "commune", index);

/** A row for each commune that went into one of today, in the unit of a level that it lay in. */
function originsBy(level: "province" | "district"): Origin[] {
  return steps.flatMap(({ oldUnitId, newUnitId, relation }) => {
    const old = index.byId.get(oldUnitId);
    const group = old && ancestorAt(old, level, index);
    if (!group || index.byId.get(newUnitId)?.level !== "commune") return [];
    const { id, name } = group;
    const peopled = relation === "part_area_only" ? 0 : 1;
    return [{ communeId: newUnitId, id, name, above: null, peopled, all: 1 }];
  });
}

describe("communes of today in the units of 2022", () => {
  it("lie whole in one of its 63 provinces, and these make whole provinces of today", () => {
    const places = placesInPast(originsBy("province").filter(({ peopled }) => peopled > 0));
    expect(places.size).toBe(communes.length);
    const todayOf = new Map<string, Set<string>>();
    for (const { id, parentId } of communes) {
      const { group, others } = places.get(id) ?? {};
      // Each row is one commune: another one of the same province says the same.
      expect(new Set([group, ...(others ?? [])].map((one) => one?.id)).size, id).toBe(1);
      const today = todayOf.get(group?.id ?? "") ?? new Set();
      todayOf.set(group?.id ?? "", today.add(parentId ?? ""));
    }
    expect(todayOf.size).toBe(63);
    expect([...todayOf.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it("find each of its 705 districts in some commune", () => {
    const districts = new Set(originsBy("district").map(({ id }) => id));
    expect(districts.size).toBe(705);
  });
});
