import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readRows } from "@/prisma/data/unit-files";
import { anchorOf } from "./anchor";
import { makeMapFiles } from "./map-files";
import { doubleArea, type Ring, readRings, snap, straighten, writeRings } from "./outline";
import type { ProvinceStep } from "./provinces";
import { makeMerger, unite } from "./union";

const files = makeMapFiles();
const steps = readRows<ProvinceStep>("admin_successors_provinces.csv");
const square = (x: number, y: number): Ring => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 10],
  [x, y + 10],
];

it.each(Object.keys(files))("%s is what npm run maps makes", (path) => {
  const committed = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(committed === files[path]).toBe(true);
});

it.each([
  ["34", "new_code"],
  ["63", "old_code"],
] as const)("the map of %s has every province, Hoàng Sa and Trường Sa", (count, key) => {
  const codes = [...new Set(steps.map((step) => step[key]))].sort();
  const text = files[`public/maps/vietnam-${count}.svg`] ?? "";
  const drawn = [...text.matchAll(/ id="(\w+)"[^>]* d="(M[^"]+z)"/g)].map(([, id]) => id);
  expect(codes).toHaveLength(Number(count));
  expect(drawn.sort()).toEqual([...codes.map((code) => `p${code}`), "hoangsa", "truongsa"].sort());
});

it("keeps the maps small", () => {
  for (const count of [34, 63])
    expect(files[`public/maps/vietnam-${count}.svg`]?.length).toBeLessThan(50_000);
});

it("loses next to nothing of the land when provinces are united", () => {
  const areaOf = (count: number) =>
    [...(files[`public/maps/vietnam-${count}.svg`] ?? "").matchAll(/id="p\d+"[^>]* d="([^"]+)"/g)]
      .flatMap(([, path]) => readRings(path ?? ""))
      .reduce((sum, ring) => sum + Math.abs(doubleArea(ring)), 0);
  expect(areaOf(34) / areaOf(63)).toBeGreaterThan(0.995);
  expect(areaOf(34) / areaOf(63)).toBeLessThan(1.005);
});

it("reads relative and absolute lines, and curves as two lines", () => {
  expect(readRings("m 1,1 2,0 0,2 z m 5,5 l 1,0 0,1 z")).toEqual([
    [
      [1, 1],
      [3, 1],
      [3, 3],
    ],
    [
      [6, 6],
      [7, 6],
      [7, 7],
    ],
  ]);
  expect(readRings("M 0 0 L 4 0 4 4 Z")[0]).toHaveLength(3);
  expect(readRings("m 0,0 c 0,4 4,4 4,0 z")[0]).toEqual([
    [0, 0],
    [2, 3],
    [4, 0],
  ]);
  expect(readRings("m 1e1,3e-1 1,1 z")[0]?.[0]).toEqual([10, 0.3]);
  expect(() => readRings("M 0 0 A 1 1 0 0 0 2 2")).toThrow();
});

it("writes rings that read as the same", () => {
  const rings = [square(0, 0), square(-20, 5)];
  expect(readRings(writeRings(rings))).toEqual(rings);
});

it("drops points that are the same on the grid, and those on a straight line", () => {
  const ring = snap(
    [
      [0, 0],
      [0.1, 0],
      [5, 0],
      [10, 0],
      [10, 10],
    ],
    1,
  );
  expect(ring).toHaveLength(4);
  expect(straighten(ring)).toHaveLength(3);
});

it("unites neighbours to one outline, whichever way round they are drawn", () => {
  const one = unite([square(0, 0), square(10, 0).toReversed()], 1).map(straighten);
  expect(one).toHaveLength(1);
  expect(Math.abs(doubleArea(one[0] ?? []))).toBe(400);
  expect(unite([square(0, 0), square(30, 0)], 1)).toHaveLength(2);
});

it("takes near points for one", () => {
  const merge = makeMerger(1.5);
  expect(merge([10, 10])).toEqual([10, 10]);
  expect(merge([11, 10])).toEqual([10, 10]);
  expect(merge([12, 10])).toEqual([12, 10]);
});

it("puts a label inside the largest part, far from its border", () => {
  expect(
    anchorOf([
      square(100, 100),
      [
        [0, 0],
        [60, 0],
        [60, 60],
        [0, 60],
      ],
    ]),
  ).toEqual([30, 30]);
});
