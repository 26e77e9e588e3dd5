import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson } from "./intervals";
import { seeded } from "./seeded";
import { chooseThresholds, type ScoredRecord } from "./thresholds";

const CEILING = { wrongShare: 0.0005, confidence: 0.95 };

const records = (count: number, one: Partial<ScoredRecord> = {}): ScoredRecord[] =>
  Array.from({ length: count }, () => ({
    score: 0.9999,
    margin: 0.9999,
    eligible: true,
    correct: true,
    ...one,
  }));

describe("thresholds", () => {
  test("are the floor where nothing goes wrong", () => {
    const found = chooseThresholds(records(10_000), CEILING);
    expect(found).toMatchObject({
      acceptScore: 0.92,
      acceptMargin: 0.05,
      judged: 10_000,
      wrong: 0,
    });
    expect(found?.upper).toBeLessThan(0.0005);
  });

  test("are none where too few were judged to be sure", () => {
    expect(chooseThresholds(records(7_375), CEILING)).toBeNull();
    expect(chooseThresholds([], CEILING)).toBeNull();
  });

  test("stay above low scores that go wrong", () => {
    const low = records(200, { score: 0.93, correct: false });
    const found = chooseThresholds([...records(10_000), ...low], CEILING);
    expect(found).toMatchObject({ acceptScore: 0.9999, judged: 10_000, wrong: 0 });
  });

  test("ask for a distance where near seconds go wrong", () => {
    const near = records(200, { margin: 0.08, correct: false });
    const found = chooseThresholds([...records(10_000, { margin: 0.6 }), ...near], CEILING);
    expect(found).toMatchObject({ acceptScore: 0.92, acceptMargin: 0.1, judged: 10_000 });
  });

  test("do not jump over a gap that went wrong to a lucky stretch below it", () => {
    const found = chooseThresholds(
      [
        ...records(8_000, { score: 0.99 }),
        ...records(20, { score: 0.97, correct: false }),
        ...records(200_000, { score: 0.95 }),
      ],
      CEILING,
    );
    expect(found?.acceptScore).toBe(0.99);
  });

  test("don't count records that would not be accepted anyway", () => {
    const other = records(500, { eligible: false, correct: false });
    expect(chooseThresholds([...records(10_000), ...other], CEILING)?.wrong).toBe(0);
  });

  test("are none where wrong ones score as high as right ones", () => {
    expect(
      chooseThresholds([...records(20_000), ...records(60, { correct: false })], CEILING),
    ).toBeNull();
  });
});

test("whatever the data, what is accepted keeps the ceiling", () => {
  const drawn = fc.record({
    seed: fc.nat(1e6),
    size: fc.integer({ min: 1_000, max: 12_000 }),
    wrongShare: fc.double({ min: 0, max: 0.02, noNaN: true }),
    ceiling: fc.constantFrom(0.0005, 0.002, 0.01),
  });
  let chosen = 0;
  fc.assert(
    fc.property(drawn, ({ seed, size, wrongShare, ceiling }) => {
      const chance = seeded(seed);
      const scored = Array.from({ length: size }, (): ScoredRecord => {
        const score = Math.round((1 - chance.next() ** 3 * 0.2) * 1_000) / 1_000;
        const wrong = chance.next() < wrongShare * (1 + (1 - score) * 20);
        return { score, margin: chance.next(), eligible: chance.next() < 0.9, correct: !wrong };
      });
      const found = chooseThresholds(scored, { wrongShare: ceiling, confidence: 0.95 });
      if (!found) return;
      chosen++;
      const taken = scored.filter(
        (one) => one.eligible && one.score >= found.acceptScore && one.margin >= found.acceptMargin,
      );
      const wrong = taken.filter((one) => !one.correct).length;
      expect({ judged: taken.length, wrong }).toEqual({ judged: found.judged, wrong: found.wrong });
      expect(clopperPearson(wrong, taken.length, 0.95).upper).toBeLessThanOrEqual(ceiling);
    }),
    { numRuns: 60 },
  );
  expect(chosen).toBeGreaterThan(5);
});
