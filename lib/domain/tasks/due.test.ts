import { describe, expect, it, test } from "vitest";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";
import { clockAfter, dueDay } from "./due";

const WEEK: WorkCalendar = { off: new Set(), working: new Set() };
const HOLIDAY: WorkCalendar = { off: new Set(["2026-11-24"]), working: new Set() };

test.each([
  ["2026-11-23T02:00:00Z", WEEK, "2026-12-07"],
  ["2026-11-22T16:59:59Z", WEEK, "2026-12-04"],
  ["2026-11-23T17:00:00Z", WEEK, "2026-12-08"],
  ["2026-11-23T02:00:00Z", HOLIDAY, "2026-12-08"],
])("a task made at %s is due ten working days later, as days are counted in Viet Nam", (...of) => {
  const [now, calendar, due] = of;
  expect(dueDay(new Date(now), calendar)).toBe(due);
});

describe("a clock that stood", () => {
  const stoppedAt = new Date("2026-11-23T02:00:00Z");
  const task = { dueOn: "2026-11-27", stoppedAt };
  const now = new Date("2026-11-26T02:00:00Z");

  it("puts the working days that it stood on top, without days off", () => {
    const on = (calendar: WorkCalendar) => clockAfter(task, { to: "correcting", now, calendar });
    expect(on(WEEK)).toEqual({ dueOn: "2026-12-02", stopped: false });
    expect(on(HOLIDAY)).toEqual({ dueOn: "2026-12-01", stopped: false });
  });

  it("goes on standing while the task waits", () => {
    const waits = clockAfter(task, { to: "waiting", now, calendar: WEEK });
    expect(waits).toEqual({ dueOn: "2026-11-27", stopped: true });
  });
});
