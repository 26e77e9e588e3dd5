import { describe, expect, it } from "vitest";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { daysFrom } from "./ahead";
import { forecastBand, forecastRemaining, forecastWhole } from "./band";
import { type ForecastEnd, forecastEnd } from "./forecast-end";
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

describe("end and band together", () => {
  const inputs = {
    interval: unit(),
    longInterval: unit({ remaining: 500_000 }),
    never: unit({ days: history(140, 400, { added: 500 }) }),
    plain: unit({ days: history(21, 400) }),
    withoutWork: unit({ days: [] }),
    done: unit({ remaining: 0 }),
  };

  it.each(Object.entries(inputs))("are what each is alone: %s", (_, input) => {
    for (const days of [0, 3, 24, 70, 364]) {
      const day = dayAfter(TODAY, days);
      const both = { end: forecastEnd(input), band: forecastBand(input, day) };
      expect(forecastWhole(input, () => day)).toEqual(both);
    }
  });

  it("go as far as the end asks for, and have no picture where it asks for none", () => {
    const told: ForecastEnd[] = [];
    const whole = forecastWhole(unit(), (end) => {
      told.push(end);
      return end.kind === "interval" ? end.to : null;
    });
    expect(told).toEqual([whole.end]);
    expect(whole.band.at(-1)?.day).toBe(whole.end.kind === "interval" && whole.end.to);
    expect(forecastWhole(unit(), () => null).band).toEqual([]);
  });
});
