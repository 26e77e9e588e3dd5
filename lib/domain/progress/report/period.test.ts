import { expect, it } from "vitest";
import { periodProblem, quickPeriods } from "./period";

// A Monday.
const TODAY = "2026-11-23";

it("knows the weeks from Monday and the months of the calendar", () => {
  expect(quickPeriods(TODAY, "2026-10-05")).toEqual({
    thisWeek: { from: "2026-11-23", to: "2026-11-23" },
    lastWeek: { from: "2026-11-16", to: "2026-11-22" },
    thisMonth: { from: "2026-11-01", to: "2026-11-23" },
    lastMonth: { from: "2026-10-01", to: "2026-10-31" },
    fromTheStart: { from: "2026-10-05", to: "2026-11-23" },
  });
});

it("begins a week on the Monday before a Sunday, and a year's first month after December", () => {
  expect(quickPeriods("2026-11-29", TODAY).thisWeek.from).toBe(TODAY);
  expect(quickPeriods("2027-01-05", TODAY).lastMonth).toEqual({
    from: "2026-12-01",
    to: "2026-12-31",
  });
});

it("goes back no further than a report may span", () => {
  const { fromTheStart } = quickPeriods(TODAY, "2022-03-01");
  expect(fromTheStart.from).toBe("2025-11-23");
  expect(periodProblem(fromTheStart, TODAY)).toBeNull();
});

it.each([
  ["2026-11-23", "2026-11-24", "dayAhead"],
  ["2026-11-23", "2026-11-22", "daysTurned"],
  ["2025-11-22", "2026-11-23", "periodLong"],
  ["2026-11-23", "2026-11-23", null],
] as const)("says of %s to %s: %s", (from, to, problem) => {
  expect(periodProblem({ from, to }, TODAY)).toBe(problem);
});
