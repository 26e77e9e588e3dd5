import { describe, expect, it } from "vitest";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { daysFrom } from "./ahead";
import { forecastBand, forecastRemaining } from "./band";
import { forecastEnd } from "./forecast-end";
import { history, TODAY, unit } from "./history.fixture";

describe("the band", () => {
  it("begins with what is left now and goes on week by week to the last day", () => {
    const band = forecastBand(unit(), dayAfter(TODAY, 24));
    expect(band.map(({ day }) => daysFrom(TODAY, day))).toEqual([0, 7, 14, 21, 24]);
    expect(band[0]).toEqual({ day: TODAY, low: 20_000, likely: 20_000, high: 20_000 });
  });

  it("is in order and falls", () => {
    const band = forecastBand(unit(), dayAfter(TODAY, 200));
    for (const { low, likely, high } of band) expect(low <= likely && likely <= high).toBe(true);
    const likely = band.map((one) => one.likely);
    expect(likely).toEqual(likely.toSorted((a, b) => b - a));
    expect(band.at(-1)?.likely).toBe(0);
  });

  it("reaches nothing when the end is forecast", () => {
    const found = forecastEnd(unit());
    if (found.kind !== "interval") throw new Error(found.kind);
    expect(forecastRemaining(unit(), dayAfter(found.from, 1)).low).toBe(0);
    expect(forecastRemaining(unit(), dayAfter(found.likely ?? "", 1)).likely).toBe(0);
    expect(forecastRemaining(unit(), dayAfter(found.likely ?? "", -7)).likely).toBeGreaterThan(0);
  });

  it("has the same value for a day however far it reaches", () => {
    const day = dayAfter(TODAY, 21);
    const inBand = forecastBand(unit(), dayAfter(TODAY, 365)).find((one) => one.day === day);
    expect(inBand).toEqual({ day, ...forecastRemaining(unit(), day) });
  });

  it("is one point for a day that is past", () => {
    expect(forecastBand(unit(), "2020-01-01")).toHaveLength(1);
    expect(forecastRemaining(unit(), "2020-01-01").high).toBe(20_000);
  });

  it("stays at zero where nothing is left", () => {
    const band = forecastBand(unit({ remaining: 0 }), dayAfter(TODAY, 14));
    expect(band.every(({ high }) => high === 0)).toBe(true);
  });

  it("lies between the slowest and the fastest week where weeks are few", () => {
    const days = history(21, (at) => (at < 7 ? 200 : 400));
    const { low, likely, high } = forecastRemaining(unit({ days }), dayAfter(TODAY, 7));
    expect(low).toBeLessThan(likely);
    expect(likely).toBeLessThan(high);
    expect(high).toBeGreaterThan(18_900);
    expect(high).toBeLessThan(19_100);
  });

  it("stays level without any work", () => {
    const { low, high } = forecastRemaining(unit({ days: [] }), dayAfter(TODAY, 70));
    expect([low, high]).toEqual([20_000, 20_000]);
  });
});
