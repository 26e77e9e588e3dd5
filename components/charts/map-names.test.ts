import { expect, it } from "vitest";
import { namesApart } from "./map-names";
import places from "./map-places.json";

const anchorOf = (code: string) => {
  const [x = 0, y = 0] = (places.anchors["34"] as Record<string, number[]>)[code] ?? [];
  return [x, y] as const;
};
const named = (code: string, name: string) => ({ code, name, at: anchorOf(code) });
const shown = (...names: ReturnType<typeof named>[]) => namesApart(names).map(({ name }) => name);

it("leaves out a name that would lie over a greater one", () => {
  const [west, city] = [named("80", "Tây Ninh"), named("79", "Hồ Chí Minh")];
  expect(shown(west, city)).toEqual(["Tây Ninh"]);
  expect(shown(city, west)).toEqual(["Hồ Chí Minh"]);
});

it("keeps names that are far from each other, in one line too", () => {
  const names = [named("79", "Hồ Chí Minh"), named("48", "Đà Nẵng"), named("11", "Điện Biên")];
  expect(namesApart(names)).toEqual(names);
  const line = [
    { name: "Một", at: [100, 10] as const },
    { name: "Hai", at: [300, 10] as const },
  ];
  expect(namesApart(line)).toHaveLength(2);
});
