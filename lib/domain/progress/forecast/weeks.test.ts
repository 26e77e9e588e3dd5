import { describe, expect, it } from "vitest";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { history, TODAY, unit } from "./history.fixture";
import { median, weeksOf } from "./weeks";

const TEN_WEEKS = 70;

describe("own weeks", () => {
  it("are counted back from yesterday, from the first work on", () => {
    const idle = history(TEN_WEEKS + 10, 0).slice(0, 10);
    const weeks = weeksOf(unit({ days: [...idle, ...history(TEN_WEEKS, 400)] }));
    expect(weeks).toHaveLength(10);
    expect(weeks.every(({ days, available }) => days === 7 && available === 5)).toBe(true);
  });

  it("are read together with the week before where holidays leave next to nothing", () => {
    const off = new Set(Array.from({ length: 5 }, (_, at) => dayAfter(TODAY, at - 14)));
    const weeks = weeksOf(
      unit({ days: history(TEN_WEEKS, 400), calendar: { off, working: new Set() } }),
    );
    expect(weeks).toHaveLength(9);
    expect(weeks.at(-2)).toMatchObject({ days: 14, available: 5 });
  });

  it("are read several at a time where work closes in batches", () => {
    const days = history(84, 0).map((day, at) => (at % 14 === 4 ? { ...day, done: 4000 } : day));
    const weeks = weeksOf(unit({ days }));
    expect(weeks.every(({ days: long }) => long === 14)).toBe(true);
    expect(weeks.every(({ done }) => done === 4000)).toBe(true);
  });

  it("stay single where work only came to a standstill", () => {
    const weeks = weeksOf(unit({ days: history(140, (at) => (at < 84 ? 400 : 0)) }));
    expect(weeks).toHaveLength(20);
  });

  it("are none without work", () => {
    expect(weeksOf(unit({ days: history(TEN_WEEKS, 0) }))).toEqual([]);
  });
});

it("takes the middle of values", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
});
