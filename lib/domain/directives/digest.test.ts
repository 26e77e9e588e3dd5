import { describe, expect, it, test } from "vitest";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";
import { linesOf, mayRemind } from "./digest";

const calendar: WorkCalendar = { off: new Set(["2026-11-24"]), working: new Set(["2026-11-28"]) };
const quiet = { from: 20, to: 7 };

describe("a digest goes out", () => {
  // Seven hours behind Viet Nam: midnight in Greenwich is seven in the morning there.
  test.each([
    ["Monday, seven sharp", "2026-11-23T00:00:00Z", true],
    ["Monday, a minute to seven", "2026-11-22T23:59:00Z", false],
    ["Monday, a minute to eight in the evening", "2026-11-23T12:59:00Z", true],
    ["Monday, eight in the evening", "2026-11-23T13:00:00Z", false],
    ["a public holiday", "2026-11-24T03:00:00Z", false],
    ["a Saturday that is worked", "2026-11-28T03:00:00Z", true],
    ["a Sunday", "2026-11-29T03:00:00Z", false],
  ])("%s (%s): %s", (_, at, goes) => {
    expect(mayRemind(new Date(at), { quiet, calendar })).toBe(goes);
  });

  it("outside quiet hours within one day too", () => {
    const noon = { quiet: { from: 11, to: 14 }, calendar };
    expect(mayRemind(new Date("2026-11-23T05:00:00Z"), noon)).toBe(false);
    expect(mayRemind(new Date("2026-11-23T07:00:00Z"), noon)).toBe(true);
  });
});

it("tells only of what there is, the most urgent first", () => {
  expect(linesOf({ dueSoon: 3, overdue: 1, sign: 0 })).toEqual([
    { line: "overdue", count: 1 },
    { line: "dueSoon", count: 3 },
  ]);
});
