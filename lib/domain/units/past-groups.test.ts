import { describe, expect, it } from "vitest";
import { type Origin, placesInPast } from "./past-groups";

const origin = (name: string, peopled: number, all = peopled): Origin => ({
  ...{ communeId: "c", id: name, name, above: null, peopled, all },
});
const placed = (...origins: Origin[]) => {
  const place = placesInPast(origins).get("c");
  return place && [place.group.name, ...place.others.map(({ name }) => name)];
};

describe("a commune of today counts in the past unit", () => {
  it("that most of its predecessors lay in, and is in part from the others", () => {
    expect(placed(origin("Huyện A", 1), origin("Huyện B", 3), origin("Huyện C", 2))).toEqual([
      "Huyện B",
      "Huyện C",
      "Huyện A",
    ]);
  });

  it("that comes first by name where two are equal, in the order of Vietnamese letters", () => {
    expect(placed(origin("Huyện Đức Hòa", 1), origin("Huyện Dầu Tiếng", 1))?.[0]).toBe(
      "Huyện Dầu Tiếng",
    );
    expect(placed(origin("Huyện Bến Cầu", 2), origin("Huyện Bến Cát", 2))?.[0]).toBe(
      "Huyện Bến Cát",
    );
  });

  it("that people came from, not one that gave land only; land alone where nobody came", () => {
    expect(placed(origin("Huyện A", 0, 5), origin("Huyện B", 1))).toEqual(["Huyện B"]);
    expect(placed(origin("Huyện A", 0, 1))).toEqual(["Huyện A"]);
  });

  it("and in none without predecessors", () => {
    expect(placed()).toBeUndefined();
  });
});
