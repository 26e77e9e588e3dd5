import { describe, expect, it } from "vitest";
import { equalCountClasses, stepOf } from "./classes";
import { lanesOf, sortMoves, thickness } from "./moves";
import { areaPath, hatchPath, heightAt, linePath } from "./paths";
import { rankChange, ranksByRate } from "./rank";
import { dayNumber, dayText, dayTicks, makePlot, valueTicks } from "./scale";

describe("classes of equal count", () => {
  const oneTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

  it("holds the same number of values in each", () => {
    const classes = equalCountClasses(oneTo(35), 5);
    expect(classes.map(({ count }) => count)).toEqual([7, 7, 7, 7, 7]);
    expect(classes.map(({ from, to }) => [from, to])).toEqual([
      [1, 7],
      [8, 14],
      [15, 21],
      [22, 28],
      [29, 35],
    ]);
    expect(classes.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
  });

  it("differs by one at most when values don't divide", () => {
    const counts = equalCountClasses(oneTo(34), 5).map(({ count }) => count);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it("never parts equal values, and has no empty class", () => {
    const classes = equalCountClasses([0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6], 5);
    expect(classes[0]).toMatchObject({ from: 0, to: 0, count: 8 });
    expect(classes.every(({ count }) => count > 0)).toBe(true);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(14);
  });

  it.each([
    [[], []],
    [[4], [3]],
    [[0, 0, 0], [3]],
    [
      [1, 2],
      [2, 4],
    ],
    [
      [5, 1, 3],
      [1, 3, 5],
    ],
    [
      [1, 2, 3, 4],
      [1, 2, 4, 5],
    ],
    [
      [9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4],
      [1, 2, 3, 4, 5],
    ],
  ])("gives few values steps far apart: %j", (values, steps) => {
    expect(equalCountClasses(values, 5).map(({ step }) => step)).toEqual(steps);
  });

  it("finds the step of a value", () => {
    const classes = equalCountClasses(oneTo(10), 5);
    expect([1, 2, 3, 10, null].map((value) => stepOf(value, classes))).toEqual([1, 1, 2, 5, null]);
    expect(stepOf(11, classes)).toBe(null);
  });
});

describe("scales", () => {
  it("counts days without a time zone", () => {
    expect(dayText(dayNumber("2026-03-29"))).toBe("2026-03-29");
    expect(dayNumber("2026-04-01") - dayNumber("2026-03-31")).toBe(1);
  });

  it.each([
    ["2026-11-01", "2026-11-05", 6, ["01", "02", "03", "04", "05"]],
    ["2026-11-01", "2026-11-24", 5, ["03", "10", "17", "24"]],
    ["2026-11-05", "2026-11-05", 5, ["05"]],
  ])("marks days from %s to %s", (...[from, to, most, days]) => {
    expect(dayTicks(from, to, most).map((day) => day.slice(8))).toEqual(days);
  });

  it("writes no more marks than there is room for, over years too", () => {
    expect(dayTicks("2024-01-01", "2026-12-31", 6).length).toBeLessThanOrEqual(6);
    expect(dayTicks("2000-01-01", "2026-12-31", 6).length).toBeLessThanOrEqual(6);
  });

  it.each([
    [[12_408], [0, 5000, 10_000, 15_000]],
    [[0], [0, 1]],
    [[], [0, 1]],
    [
      [1, 2],
      [0, 1, 2],
    ],
    [
      [-350, 200],
      [-400, -200, 0, 200],
    ],
  ])("marks round counts for %j", (values, ticks) => {
    expect(valueTicks(values)).toEqual(ticks);
  });

  it("puts the first day at the left and zero at the bottom", () => {
    const { x, y } = makePlot(["2026-11-01", "2026-11-11"], [0, 50, 100]);
    expect([x("2026-11-01"), x("2026-11-06"), x("2026-11-11")]).toEqual([0, 50, 100]);
    expect([y(0), y(25), y(100)]).toEqual([100, 75, 0]);
  });
});

describe("paths", () => {
  const upper = [
    [0, 10],
    [10, 0],
  ] as const;
  const lower = [
    [0, 20],
    [10, 40],
  ] as const;

  it("draws lines and areas", () => {
    expect(linePath(upper)).toBe("M0 10L10 0");
    expect(linePath([[1, 1]])).toBe("");
    expect(areaPath(upper, lower)).toBe("M0 10L10 0L10 40L0 20Z");
    expect(areaPath([], [])).toBe("");
    expect(
      linePath([
        [1 / 3, 0],
        [2 / 3, 1],
      ]),
    ).toBe("M0.33 0L0.67 1");
  });

  it("knows the height of a line, and that it has none beside it", () => {
    expect([-1, 0, 5, 10, 11].map((x) => heightAt(upper, x))).toEqual([null, 10, 5, 0, null]);
  });

  it("hatches between two lines", () => {
    expect(hatchPath(upper, lower, 5)).toBe("M5 5V30");
    expect(hatchPath([], [], 5)).toBe("");
  });
});

describe("ranks", () => {
  it("tells how a place has changed", () => {
    expect(rankChange(1, 3)).toEqual({ direction: "up", places: 2 });
    expect(rankChange(4, 3)).toEqual({ direction: "down", places: 1 });
    expect(rankChange(2, 2)).toEqual({ direction: "same" });
    expect(rankChange(2, null)).toEqual({ direction: "new" });
  });

  it("shares a place between equal rates and gives none where there is no rate", () => {
    const rates = { a: 0.5, b: 0.9, c: 0.5, d: null, e: 0.1 };
    expect(Object.fromEntries(ranksByRate(new Map(Object.entries(rates))))).toEqual({
      a: 2,
      b: 1,
      c: 2,
      e: 4,
    });
  });
});

describe("moves between steps", () => {
  const steps = ["a", "b", "c", "d"].map((id) => ({ id }));

  it("parts what goes to the next step from what goes back or past one", () => {
    const { onward, far } = sortMoves(steps, [
      { from: "a", to: "b", people: 5 },
      { from: "a", to: "b", people: 2 },
      { from: "d", to: "a", people: 1 },
      { from: "c", to: "b", people: 3 },
      { from: "a", to: "c", people: 4 },
      { from: "a", to: "x", people: 9 },
      { from: "b", to: "c", people: 0 },
      { from: "b", to: "b", people: 8 },
    ]);
    expect(onward.map(({ people }) => people)).toEqual([7, 0, 0]);
    expect(far.map(({ from, to, back }) => [from, to, back])).toEqual([
      [2, 1, true],
      [0, 2, false],
      [3, 0, true],
    ]);
  });

  it("puts moves on one line that do not even touch", () => {
    const move = (from: number, to: number) => ({ from, to, people: 1, back: to < from });
    expect(lanesOf([move(2, 1), move(5, 4), move(2, 3), move(3, 1), move(0, 5)])).toEqual([
      0, 0, 1, 2, 3,
    ]);
  });

  it("draws the greatest thickest, and few still visibly", () => {
    expect(thickness(100, 100)).toBe(14);
    expect(thickness(50, 100)).toBe(7);
    expect(thickness(1, 1000)).toBe(1.5);
    expect([thickness(0, 100), thickness(0, 0)]).toEqual([0, 0]);
  });
});
