import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, isWorkingDay } from "@/lib/domain/units/work-calendar";
import { daysFrom } from "./ahead";
import { forecastEnd, type IntervalEnd, quantile } from "./forecast-end";
import { history, TODAY, unit } from "./history.fixture";
import type { ForecastInput } from "./input";

const NEVER = "9999-12-31";

function interval(input: ForecastInput): IntervalEnd {
  const found = forecastEnd(input);
  if (found.kind !== "interval") throw new Error(found.kind);
  return found;
}

const ends = ({ from, likely, to }: IntervalEnd) => [from, likely ?? NEVER, to ?? NEVER];

describe("the interval", () => {
  it("lies around the end at the unit's own speed", () => {
    const found = interval(unit());
    const plain = dayAfter(TODAY, 69);
    expect(found.from < plain && plain < (found.to ?? "")).toBe(true);
    expect(Math.abs(daysFrom(plain, found.likely ?? ""))).toBeLessThan(7);
    expect(found).toMatchObject({ share: 0.8, weeks: 20, method: "changePoints" });
    expect(found.perDay).toBeGreaterThan(370);
    expect(found.perDay).toBeLessThan(430);
  });

  it("is the same for the same input", () => {
    expect(forecastEnd(unit())).toEqual(forecastEnd(unit()));
    expect(forecastEnd(unit({ seed: 1 }))).not.toEqual(forecastEnd(unit({ seed: 2 })));
  });

  it("is in order, and no day comes earlier when more is left", () => {
    const amounts = fc.integer({ min: 1, max: 400_000 });
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((remaining) =>
          ends(interval(unit({ remaining, paths: 60 }))),
        );
        expect(less).toEqual(less?.toSorted());
        for (const [at, day] of (less ?? []).entries())
          expect(day <= (more?.[at] ?? "")).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("ends on working days, save where only less work comes", () => {
    const { from, likely, to } = interval(unit());
    for (const day of [from, likely, to])
      expect(isWorkingDay(day ?? "", unit().calendar)).toBe(true);
  });

  it("comes later when a campaign is announced", () => {
    const until = dayAfter(TODAY, 42);
    const shareOn = (day: string) => (TODAY <= day && day < until ? 30 : 100);
    const moved = interval(unit({ shareOn }));
    expect(daysFrom(interval(unit()).likely ?? "", moved.likely ?? "")).toBeGreaterThan(20);
  });

  it("doesn't take a planned campaign of the past for lost speed", () => {
    const weak = (at: number) => (at >= 112 ? 160 : 400);
    const days = history(140, weak);
    const from = dayAfter(TODAY, -28);
    const planned = interval(
      unit({ days, shareOn: (day) => (day >= from && day < TODAY ? 40 : 100) }),
    );
    const unplanned = interval(unit({ days }));
    expect(planned.perDay).toBeGreaterThan(370);
    expect(unplanned.perDay).toBeLessThan(250);
  });

  it("waits over holidays", () => {
    const off = new Set(Array.from({ length: 30 }, (_, at) => dayAfter(TODAY, at)));
    const { from } = interval(unit({ calendar: { off, working: new Set() }, remaining: 100 }));
    expect(from >= dayAfter(TODAY, 30)).toBe(true);
  });

  it("takes the speed of now after a change that stays", () => {
    const found = interval(unit({ days: history(140, (at) => (at < 98 ? 400 : 900)) }));
    expect(found.perDay).toBeGreaterThan(800);
  });

  it("doesn't follow one odd week", () => {
    const found = interval(
      unit({ days: history(140, (at) => (at >= 119 && at < 126 ? 20 : 400)) }),
    );
    expect(found.perDay).toBeGreaterThan(360);
  });

  it("takes no release for speed", () => {
    const days = history(140, 400);
    const released = days.map((day, at) => (at === 130 ? { ...day, released: 50_000 } : day));
    expect(forecastEnd(unit({ days: released }))).toEqual(forecastEnd(unit({ days })));
  });

  it("comes later when more comes in", () => {
    const fed = interval(unit({ days: history(140, 400, { added: 100 }) }));
    expect((fed.likely ?? NEVER) > (interval(unit()).likely ?? NEVER)).toBe(true);
    expect(fed.addedPerDay).toBeCloseTo(100, -1);
  });
});

describe("no interval", () => {
  it("is needed where nothing is left", () => {
    expect(forecastEnd(unit({ remaining: 0 }))).toEqual({ kind: "done" });
    expect(forecastEnd(unit({ remaining: -5, days: [] }))).toEqual({ kind: "done" });
  });

  it("is given below six weeks of own work", () => {
    expect(forecastEnd(unit({ days: history(41, 400) })).kind).toBe("plain");
    expect(forecastEnd(unit({ days: history(42, 400) })).kind).toBe("interval");
    const idle = history(100, 0);
    expect(forecastEnd(unit({ days: [...idle.slice(0, 59), ...history(41, 400)] })).kind).toBe(
      "plain",
    );
  });

  it("but the slowest and the fastest week", () => {
    const days = history(21, (at) => (at < 7 ? 200 : 400));
    const found = forecastEnd(unit({ days, remaining: 8000 }));
    if (found.kind !== "plain") throw new Error(found.kind);
    expect(found).toMatchObject({ reason: "fewWeeks", weeks: 3 });
    expect(daysFrom(TODAY, found.from ?? "")).toBeLessThan(30);
    expect(daysFrom(TODAY, found.to ?? "")).toBeGreaterThan(50);
  });

  it("and no day at all without any work", () => {
    const nothing = { kind: "plain", reason: "fewWeeks", weeks: 0, from: null, to: null };
    expect(forecastEnd(unit({ days: [] }))).toEqual(nothing);
    expect(forecastEnd(unit({ days: history(400, 0) }))).toEqual(nothing);
  });

  it("is drawn from one day", () => {
    const monday = { day: dayAfter(TODAY, -7), done: 400, added: 0, released: 0 };
    const found = forecastEnd(unit({ days: [monday], remaining: 2000 }));
    const friday = dayAfter(TODAY, 4);
    expect(found).toMatchObject({ kind: "plain", weeks: 0, from: friday, to: friday });
  });

  it("ends where as much comes as is done, or five years are too short", () => {
    const flooded = unit({ days: history(140, 400, { added: 500 }) });
    expect(forecastEnd(flooded)).toMatchObject({ kind: "never", reason: "inflow" });
    const fewer = forecastEnd(unit({ days: history(140, 400, { added: 330 }) }));
    expect(fewer).toMatchObject({ kind: "never", reason: "inflow" });
    expect(forecastEnd(unit({ remaining: 1e9 }))).toMatchObject({
      kind: "never",
      reason: "tooSlow",
    });
  });

  it("says that an end may lie beyond five years", () => {
    expect(forecastEnd(unit({ remaining: 500_000 }))).toMatchObject({ kind: "interval", to: null });
  });

  it("is found where no day will be worked", () => {
    expect(forecastEnd(unit({ shareOn: (day) => (day >= TODAY ? 0 : 100) })).kind).toBe("never");
  });

  it("is claimed where hardly a working day lies in the past", () => {
    const found = forecastEnd(unit({ shareOn: (day) => (day < TODAY ? 0 : 100) }));
    expect(found).toMatchObject({ kind: "plain", from: null, to: null });
  });
});

it("answers whatever the days hold", () => {
  const minutes = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  const rows = fc.array(fc.tuple(fc.double({ min: 0, max: 1e7, noNaN: true }), minutes), {
    maxLength: 90,
  });
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1e12, noNaN: true }), (made, remaining) => {
      const days = made.map(([done, added], at) => ({
        ...{ done, added, released: 0 },
        day: dayAfter(TODAY, at - made.length),
      }));
      const found = forecastEnd(unit({ days, remaining, paths: 20 }));
      expect(JSON.stringify(found)).not.toMatch(/NaN/);
      if (found.kind === "interval") expect(ends(found)).toEqual(ends(found).toSorted());
      if (found.kind === "interval") expect(Number.isFinite(found.perDay)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it("takes the value that a part does not exceed", () => {
  expect([0.1, 0.5, 0.9].map((part) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], part))).toEqual([
    1, 5, 9,
  ]);
});
