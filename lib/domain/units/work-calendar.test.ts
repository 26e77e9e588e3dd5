import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addWorkingDays,
  clockThere,
  isWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from "./work-calendar";

const WEEK: WorkCalendar = { off: new Set(), working: new Set() };
/** Tết 2026: 17/02/2026 is the first day of the lunar year. A Saturday makes up for a Monday in August. */
const TET: WorkCalendar = {
  off: new Set([
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-08-31",
  ]),
  working: new Set(["2026-08-22"]),
};

describe("working days", () => {
  // 23/11/2026 is a Monday.
  test.each([
    ["Monday", "2026-11-23", 1, "2026-11-24"],
    ["Friday", "2026-11-27", 1, "2026-11-30"],
    ["Saturday", "2026-11-28", 1, "2026-11-30"],
    ["Sunday", "2026-11-29", 1, "2026-11-30"],
    ["Monday", "2026-11-23", 10, "2026-12-07"],
    ["Monday", "2026-11-23", 0, "2026-11-23"],
  ])("from %s %s, %i later", (...[, from, days, due]) => {
    expect(addWorkingDays(from, days, WEEK)).toBe(due);
  });

  it("leave out the days off: from the Friday before Tết to the Monday after it is one", () => {
    expect(addWorkingDays("2026-02-13", 1, TET)).toBe("2026-02-23");
    expect(workingDaysBetween("2026-02-13", "2026-02-23", TET)).toBe(1);
    expect(isWorkingDay("2026-02-17", TET)).toBe(false);
  });

  it("count a Saturday that is worked", () => {
    expect(addWorkingDays("2026-08-21", 1, TET)).toBe("2026-08-22");
    expect(addWorkingDays("2026-08-28", 1, TET)).toBe("2026-09-01");
  });

  const day = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(Date.UTC(2025, 6, 1 + n)).toISOString().slice(0, 10));

  it("added and counted are one another's inverse, and end on a working day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const due = addWorkingDays(from, days, TET);
        expect(isWorkingDay(due, TET)).toBe(true);
        expect(workingDaysBetween(from, due, TET)).toBe(days);
      }),
    );
  });
});

// 23/11/2026 began in Viet Nam when it was five in the afternoon of Sunday in Greenwich.
test.each([
  ["2026-11-22T16:59:59Z", { day: "2026-11-22", hour: 23 }],
  ["2026-11-22T17:00:00Z", { day: "2026-11-23", hour: 0 }],
  ["2026-11-23T02:00:00Z", { day: "2026-11-23", hour: 9 }],
])("at %s it is %o in Viet Nam", (at, there) => {
  expect(clockThere(new Date(at))).toEqual(there);
});
