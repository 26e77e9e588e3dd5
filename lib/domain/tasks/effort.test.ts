import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { addWorkingDays, dueDay, EFFORT_MINUTES } from "./effort";

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);

describe("working days", () => {
  // 23/11/2026 is a Monday.
  test.each([
    ["Monday", "2026-11-23", 1, "2026-11-24"],
    ["Friday", "2026-11-27", 1, "2026-11-30"],
    ["Saturday", "2026-11-28", 1, "2026-11-30"],
    ["Sunday", "2026-11-29", 1, "2026-11-30"],
    ["Monday", "2026-11-23", 5, "2026-11-30"],
    ["Monday", "2026-11-23", 10, "2026-12-07"],
    ["Friday", "2026-12-25", 10, "2027-01-08"],
    ["Monday", "2026-11-23", 0, "2026-11-23"],
  ])("from %s %s, %i later", (...[, from, days, due]) => {
    expect(written(addWorkingDays(day(from), days))).toBe(due);
  });

  const start = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)));
  const isWorking = (date: Date) => date.getUTCDay() % 6 !== 0;

  it("ends on a working day, with that many working days on the way", () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const due = addWorkingDays(from, days);
        expect(isWorking(due)).toBe(true);
        let passed = 0;
        for (let at = from.getTime(); at < due.getTime(); ) {
          at += 24 * 60 * 60 * 1000;
          if (isWorking(new Date(at))) passed += 1;
        }
        expect(passed).toBe(days);
      }),
    );
  });
});

// 23/11/2026 began in Viet Nam when it was five in the afternoon of Sunday in Greenwich.
test.each([
  ["2026-11-23T02:00:00Z", "2026-12-07"],
  ["2026-11-22T17:00:00Z", "2026-12-07"],
  ["2026-11-22T16:59:59Z", "2026-12-04"],
  ["2026-11-23T17:00:00Z", "2026-12-08"],
])("a task made at %s is due on %s, as days are counted in Viet Nam", (now, due) => {
  expect(dueDay(new Date(now))).toBe(due);
});

test("every class of difference has an effort to balance loads with", () => {
  expect(Object.keys(EFFORT_MINUTES).sort()).toEqual([...DIFFERENCE_CLASSES].sort());
  expect(Object.values(EFFORT_MINUTES).every((minutes) => minutes > 0)).toBe(true);
});
