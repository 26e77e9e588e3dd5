import fc from "fast-check";
import { expect, test } from "vitest";
import { MODEL_V1 } from "../model";
import { IDENTITY_FIELDS } from "../vocabulary";
import { tellingLevels } from "./chances";
import { keepOrder } from "./isotonic";
import { levelOrder } from "./level-order";

const CHAIN = [
  ["a", "b"],
  ["b", "c"],
  ["c", "d"],
] as const;

const values = fc.array(
  fc.record({
    value: fc.double({ min: -30, max: 30, noNaN: true }),
    precision: fc.oneof(
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    ),
  }),
  { minLength: 4, maxLength: 4 },
);

const named = (list: { value: number; precision: number }[]) =>
  Object.fromEntries(list.map((one, at) => ["abcd"[at] ?? "", one]));

/** Pool adjacent violators: the textbook answer for a chain, from better to worse. */
function poolAdjacent(list: { value: number; precision: number }[]): number[] {
  const pools: { value: number; precision: number; size: number }[] = [];
  for (const one of list) {
    pools.push({ ...one, size: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]];
      if (!a || !b || a.value >= b.value) break;
      const precision = a.precision + b.precision;
      const value = (a.value * a.precision + b.value * b.precision) / precision;
      pools.splice(last - 1, 2, { value, precision, size: a.size + b.size });
    }
  }
  return pools.flatMap((pool) => Array.from({ length: pool.size }, () => pool.value));
}

test("on a chain it is what pooling adjacent violators gives", () => {
  fc.assert(
    fc.property(values, (list) => {
      const found = keepOrder(named(list), CHAIN);
      for (const [at, value] of poolAdjacent(list).entries()) {
        expect(found["abcd"[at] ?? ""]).toBeCloseTo(value, 6);
      }
    }),
    { numRuns: 1_000 },
  );
});

type Pair = readonly [string, string];

/** Parts of four values of which each has with it all that is next by `pairs`. */
function closedParts(pairs: readonly Pair[]): string[] {
  const parts = Array.from({ length: 16 }, (_, bits) =>
    [..."abcd"].filter((_name, at) => bits & (1 << at)).join(""),
  );
  return parts.filter((part) => pairs.every(([a, b]) => !part.includes(a) || part.includes(b)));
}

/** The textbook's max-min over all upper and lower parts that a value is in. */
function maxMin(given: ReturnType<typeof named>, pairs: readonly Pair[], name: string): number {
  const uppers = closedParts(pairs.map(([better, worse]) => [worse, better]));
  const lowers = closedParts(pairs);
  const mean = (upper: string, lower: string) => {
    const both = [...upper].filter((one) => lower.includes(one)).map((one) => given[one]);
    const sum = both.reduce((all, one) => all + (one?.value ?? 0) * (one?.precision ?? 0), 0);
    return sum / both.reduce((all, one) => all + (one?.precision ?? 0), 0);
  };
  const has = (part: string) => part.includes(name);
  const least = (upper: string) => Math.min(...lowers.filter(has).map((low) => mean(upper, low)));
  return Math.max(...uppers.filter(has).map(least));
}

const PAIRS: Pair[] = [..."abcd"].flatMap((better, at) =>
  [..."abcd"].slice(at + 1).map((worse): Pair => [better, worse]),
);

test("on any partial order it is the max-min over its upper and lower parts", () => {
  fc.assert(
    fc.property(values, fc.subarray(PAIRS), (list, pairs) => {
      const given = named(list);
      for (const [name, value] of Object.entries(keepOrder(given, pairs))) {
        expect(value).toBeCloseTo(maxMin(given, pairs, name), 6);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("values in order come back as they were", () => {
  fc.assert(
    fc.property(values, (list) => {
      const sorted = [...list].sort((x, y) => y.value - x.value);
      const found = keepOrder(named(sorted), CHAIN);
      for (const [at, one] of sorted.entries()) {
        expect(found["abcd"[at] ?? ""]).toBeCloseTo(one.value, 12);
      }
    }),
  );
});

test("the surer value moves less", () => {
  const found = keepOrder({ a: { value: 0, precision: 9 }, b: { value: 10, precision: 1 } }, [
    ["a", "b"],
  ]);
  expect(found.a).toBeCloseTo(1, 6);
  expect(found.b).toBeCloseTo(1, 6);
});

test("on the model's own partial order no better level stays below a worse one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...IDENTITY_FIELDS), fc.nat(1e6), (field, seed) => {
      const names = tellingLevels(MODEL_V1, field);
      const given = Object.fromEntries(
        names.map((name, at) => [
          name,
          { value: ((seed * (at + 3) * 7_919) % 400) / 10 - 20, precision: 1 + (at % 5) },
        ]),
      );
      const order = levelOrder(MODEL_V1, field);
      const found = keepOrder(given, order);
      for (const [better, worse] of order) {
        expect((found[better] ?? 0) - (found[worse] ?? 0)).toBeGreaterThan(-1e-9);
      }
    }),
    { numRuns: 40 },
  );
});

test("the order is what people would say", () => {
  const has = (better: string, worse: string) =>
    levelOrder(MODEL_V1, "fullName").some(([a, b]) => a === better && b === worse);
  expect(has("same", "unmarked")).toBe(true);
  expect(has("unmarked", "typo_1")).toBe(true);
  expect(has("typo_1", "typo_2")).toBe(true);
  expect(has("typo_2", "different")).toBe(true);
  expect(has("hoi_nga", "marks")).toBe(true);
  expect(has("middle_dropped", "typo_1") || has("typo_1", "middle_dropped")).toBe(false);
  expect(has("different", "same")).toBe(false);
});
