import { expect, it } from "vitest";
import { createRng, shuffled, weighted } from "./rng";

const draws = (rng: { next(): number }, count: number) =>
  Array.from({ length: count }, () => rng.next());

it("the same key gives the same stream, another key another", () => {
  expect(draws(createRng(7, "a", 1), 50)).toEqual(draws(createRng(7, "a", 1), 50));
  expect(draws(createRng(7, "a", 1), 50)).not.toEqual(draws(createRng(7, "a", 2), 50));
  expect(draws(createRng(1), 3)).toEqual(draws(createRng("1"), 3));
});

it("numbers fill the range evenly, also the first ones of many keys", () => {
  const long = draws(createRng("even"), 10_000);
  const first = Array.from({ length: 10_000 }, (_, at) => createRng("even", at).next());
  for (const numbers of [long, first]) {
    const tenths = new Array(10).fill(0);
    for (const number of numbers) tenths[Math.floor(number * 10)]++;
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  }
});

it("picks by share", () => {
  const pick = weighted([
    ["a", 6],
    ["b", 3],
    ["never", 0],
    ["c", 1],
  ]);
  const rng = createRng("shares");
  const counts: Record<string, number> = {};
  for (let at = 0; at < 10_000; at++) {
    const value = pick(rng);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  expect(counts.never).toBeUndefined();
  expect(counts.a).toBeGreaterThan(5800);
  expect(counts.a).toBeLessThan(6200);
  expect(counts.c).toBeGreaterThan(850);
});

it("shuffles without losing any", () => {
  const order = shuffled(1000, createRng("order"));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
});

it("refuses an empty list", () => {
  expect(() => createRng(1).pick([])).toThrow();
  expect(() => weighted([])).toThrow();
});
