import { beforeEach, describe, expect, it } from "vitest";
import { forecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import { history, TODAY } from "@/lib/domain/progress/forecast/history.fixture";
import { dayAfter, NO_DAYS } from "@/lib/domain/units/work-calendar";
import {
  type ForecastSource,
  forecastInput,
  forecastOf,
  makeForecast,
  peopleAhead,
} from "./remembered";

const MOST = 500;
const HELD = globalThis as { portalForecasts?: Map<string, unknown> };
beforeEach(() => HELD.portalForecasts?.clear());

const source = (change: Partial<ForecastSource> = {}): ForecastSource => ({
  path: "1.79.100.",
  minutes: 20_000,
  days: history(140, 400),
  today: TODAY,
  calendar: NO_DAYS,
  campaigns: [],
  ...change,
});
const off = (...days: string[]) => ({ off: new Set(days), working: new Set<string>() });
const campaign = (change = {}) => ({
  unitPath: "1.79.",
  from: dayAfter(TODAY, 7),
  to: dayAfter(TODAY, 11),
  share: 50,
  ...change,
});

describe("a forecast", () => {
  it("is made once for the same source, however that was come by", () => {
    const campaigns = [campaign(), campaign({ share: 20 })];
    const [one, other] = [dayAfter(TODAY, 30), dayAfter(TODAY, 31)];
    const first = forecastOf(source({ campaigns, calendar: off(one, other) }), null);
    const again = source({ campaigns: campaigns.toReversed(), calendar: off(other, one) });
    expect(forecastOf(again, null)).toBe(first);
  });

  it("is the same remembered, made anew and made by itself", () => {
    const aim = { deadline: dayAfter(TODAY, 200) };
    const first = forecastOf(source(), aim);
    expect(forecastOf(source(), aim)).toBe(first);
    expect(first).toEqual(makeForecast(source(), aim));
    expect(first.end).toEqual(forecastEnd(forecastInput(source())));
  });

  it("is made for the nearest step, and once for all amounts of that step", () => {
    const first = forecastOf(source({ minutes: 20_001 }), null);
    expect(first.remaining).toBe(20_000);
    expect(forecastOf(source({ minutes: 19_995 }), null)).toBe(first);
    expect(forecastOf(source({ minutes: 20_017 }), null)).not.toBe(first);
  });

  it("has nothing to do with campaigns of other units", () => {
    const first = forecastOf(source(), null);
    const elsewhere = [campaign({ unitPath: "1.80." }), campaign({ unitPath: "1.79.100.5." })];
    expect(forecastOf(source({ campaigns: elsewhere }), null)).toBe(first);
  });
});

describe("another forecast is made when", () => {
  const days = history(140, 400);
  const changed = (change: object, at = 60) =>
    days.map((day, index) => (index === at ? { ...day, ...change } : day));
  const campaigns = [campaign()];
  const calendar = off(dayAfter(TODAY, 8));
  const before = { days, campaigns, calendar };
  it.each<[string, Partial<ForecastSource>]>([
    ["a day has more done", { days: changed({ done: 401 }) }],
    ["a day has more come", { days: changed({ added: 1 }) }],
    ["a day has more released", { days: changed({ released: 1 }) }],
    ["yesterday differs", { days: changed({ done: 5 }, 139) }],
    ["history is shorter", { days: days.slice(1) }],
    ["the day has gone by", { today: dayAfter(TODAY) }],
    ["a day is off", { calendar: off(dayAfter(TODAY, 8), dayAfter(TODAY, 9)) }],
    ["a day off is worked", { calendar: { ...calendar, working: new Set([dayAfter(TODAY, 5)]) } }],
    ["no day is off", { calendar: off() }],
    ["a campaign is cancelled", { campaigns: [] }],
    ["a campaign leaves less", { campaigns: [campaign({ share: 40 })] }],
    ["a campaign begins earlier", { campaigns: [campaign({ from: dayAfter(TODAY, 6) })] }],
    ["a campaign goes on", { campaigns: [campaign({ to: dayAfter(TODAY, 12) })] }],
    ["more is left", { minutes: 20_100 }],
    ["it is another unit", { path: "1.79.101." }],
  ])("%s", (_, change) => {
    const first = forecastOf(source(before), null);
    const found = forecastOf(source({ ...before, ...change }), null);
    expect(found).not.toBe(first);
    expect(found).toEqual(makeForecast(source({ ...before, ...change }), null));
    expect(forecastOf(source(before), null)).toBe(first);
  });

  it("the target moves the end of the picture", () => {
    const { band } = forecastOf(source(), null);
    const until = (days: number) => {
      const { band: found } = forecastOf(source(), { deadline: dayAfter(TODAY, days) });
      return found.at(-1)?.day;
    };
    expect(until(300)).toBe(dayAfter(TODAY, 300));
    expect(until(9999)).toBe(dayAfter(TODAY, 364));
    expect(until(1)).toBe(band.at(-1)?.day);
  });
});

it("keeps what was asked for last, and no more than so many", () => {
  const of = (n: number) => forecastOf(source({ path: `1.${n}.`, days: [] }), null);
  const [first, second] = [of(0), of(1)];
  for (let n = 2; n < MOST; n += 1) of(n);
  expect(of(0)).toBe(first);
  of(MOST);
  expect(HELD.portalForecasts?.size).toBe(MOST);
  expect(of(0)).toBe(first);
  expect(of(1)).not.toBe(second);
  expect(HELD.portalForecasts?.size).toBe(MOST);
});

it("is drawn through what is open at the moment, to the last person", () => {
  const { minutes, people } = { minutes: 20_007, people: 2_903 };
  const forecast = forecastOf(source({ minutes }), null);
  const [now, ...later] = peopleAhead(forecast, people);
  expect(now).toEqual({ day: TODAY, low: people, likely: people, high: people });
  const [point] = forecast.band.slice(1);
  expect(later[0]?.likely).toBeCloseTo(((point?.likely ?? 0) * people) / 20_000, 6);
});
