import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isWorkingDay, NO_DAYS, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import {
  type Campaign,
  dayOf,
  forecast,
  type Giving,
  minutesIn,
  minutesOn,
  shareOn,
  workingDays,
  workingDaysAgo,
} from "./capacity";

const giving = (of: Partial<Giving> = {}): Giving => ({
  minutes: 240,
  unitPath: "1.79.100.",
  absences: [],
  ...of,
});
const booster = (of: Partial<Campaign> = {}): Campaign => ({
  unitPath: "1.79.",
  from: "2026-11-23",
  to: "2026-11-27",
  share: 25,
  ...of,
});

/** Wednesday is off, and the Saturday after it is worked instead. */
const SWAPPED: WorkCalendar = { off: new Set(["2026-11-25"]), working: new Set(["2026-11-28"]) };

// 23/11/2026 is a Monday.
describe("days", () => {
  test.each([
    ["2026-11-23", true],
    ["2026-11-27", true],
    ["2026-11-28", false],
    ["2026-11-29", false],
  ])("%s is a working day: %s", (day, working) => {
    expect(isWorkingDay(day, NO_DAYS)).toBe(working);
  });

  test("the coming working days begin today, or with the next one", () => {
    const week = ["2026-11-26", "2026-11-27", "2026-11-30"];
    expect(workingDays("2026-11-26", 3, NO_DAYS)).toEqual(week);
    expect(workingDays("2026-11-28", 2, NO_DAYS)).toEqual(["2026-11-30", "2026-12-01"]);
    expect(workingDays("2026-11-26", 0, NO_DAYS)).toEqual([]);
  });

  test("working days back leave the weekend out", () => {
    expect(workingDaysAgo("2026-11-23", 1, NO_DAYS)).toBe("2026-11-20");
    expect(workingDaysAgo("2026-11-26", 3, NO_DAYS)).toBe("2026-11-23");
  });

  test("a public holiday is left out, and a Saturday that is worked counts", () => {
    const four = ["2026-11-24", "2026-11-26", "2026-11-27", "2026-11-28"];
    expect(workingDays("2026-11-24", 4, SWAPPED)).toEqual(four);
    expect(workingDays("2026-11-25", 1, SWAPPED)).toEqual(["2026-11-26"]);
    expect(workingDaysAgo("2026-11-30", 3, SWAPPED)).toBe("2026-11-26");
  });

  test("a day begins in Viet Nam", () => {
    expect(dayOf(new Date("2026-11-22T17:00:00Z"))).toBe("2026-11-23");
    expect(dayOf(new Date("2026-11-22T16:59:59Z"))).toBe("2026-11-22");
  });
});

describe("minutes of a day", () => {
  test.each<[string, string, Partial<Giving>, Campaign[], number]>([
    ["an ordinary day", "2026-11-23", {}, [], 240],
    ["a Saturday", "2026-11-28", {}, [], 0],
    [
      "the first day of an absence",
      "2026-11-23",
      { absences: [{ from: "2026-11-23", to: "2026-11-24" }] },
      [],
      0,
    ],
    [
      "the last day of an absence",
      "2026-11-24",
      { absences: [{ from: "2026-11-23", to: "2026-11-24" }] },
      [],
      0,
    ],
    [
      "the day after it",
      "2026-11-25",
      { absences: [{ from: "2026-11-23", to: "2026-11-24" }] },
      [],
      240,
    ],
    ["a campaign of the province", "2026-11-23", {}, [booster()], 60],
    ["a campaign that takes everybody", "2026-11-23", {}, [booster({ share: 0 })], 0],
    ["a campaign of another province", "2026-11-23", {}, [booster({ unitPath: "1.7." })], 240],
    ["before the campaign", "2026-11-20", {}, [booster()], 240],
    [
      "the stricter of two campaigns",
      "2026-11-23",
      {},
      [booster(), booster({ unitPath: "1.79.100.", share: 50 })],
      60,
    ],
  ])("%s", (...[, day, of, campaigns, minutes]) => {
    expect(minutesOn(day, giving(of), { campaigns, calendar: NO_DAYS })).toBe(minutes);
  });

  test("are none on a public holiday, and an ordinary day's on a Saturday that is worked", () => {
    const around = { campaigns: [], calendar: SWAPPED };
    expect(minutesOn("2026-11-25", giving(), around)).toBe(0);
    expect(minutesOn("2026-11-28", giving(), around)).toBe(240);
  });

  it("never exceed the officer's own, whatever campaigns there are", () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(share), fc.integer({ min: 0, max: 720 }), (shares, minutes) => {
        const campaigns = shares.map((one) => booster({ share: one }));
        const around = { campaigns, calendar: NO_DAYS };
        const given = minutesOn("2026-11-23", giving({ minutes }), around);
        expect(given).toBeLessThanOrEqual(minutes);
        expect(given).toBeGreaterThanOrEqual(0);
        expect(shareOn("2026-11-23", "1.79.100.", campaigns)).toBe(Math.min(100, ...shares));
      }),
    );
  });

  it("add up over days", () => {
    const days = workingDays("2026-11-26", 5, NO_DAYS);
    expect(minutesIn(days, giving(), [booster()])).toBe(60 + 60 + 240 * 3);
  });
});

describe("when the list is done", () => {
  const from = "2026-11-23";
  const of = (givings: Giving[], campaigns: Campaign[] = []) => ({
    from,
    givings,
    campaigns,
    calendar: NO_DAYS,
  });

  test.each<[string, number, ReturnType<typeof of>, ReturnType<typeof forecast>]>([
    ["nothing left", 0, of([giving()]), { days: 0, on: from }],
    ["one officer, just a day", 240, of([giving()]), { days: 1, on: from }],
    ["a minute more", 241, of([giving()]), { days: 2, on: "2026-11-24" }],
    ["two officers", 960, of([giving(), giving()]), { days: 2, on: "2026-11-24" }],
    ["over a weekend", 240 * 6, of([giving()]), { days: 6, on: "2026-11-30" }],
    ["during a campaign", 240, of([giving()], [booster()]), { days: 4, on: "2026-11-26" }],
    [
      "one of two is away",
      480,
      of([giving(), giving({ absences: [{ from, to: "2026-12-31" }] })]),
      { days: 2, on: "2026-11-24" },
    ],
    ["nobody", 1, of([]), null],
    ["longer than a year of work", 240 * 251, of([giving()]), null],
  ])("%s", (...[, minutes, given, expected]) => {
    expect(forecast(minutes, given)).toEqual(expected);
  });

  test("a public holiday puts it off, a Saturday that is worked does not", () => {
    const swapped = { ...of([giving()]), calendar: SWAPPED };
    expect(forecast(240 * 3, swapped)).toEqual({ days: 3, on: "2026-11-26" });
    expect(forecast(240 * 5, swapped)).toEqual({ days: 5, on: "2026-11-28" });
  });
});
