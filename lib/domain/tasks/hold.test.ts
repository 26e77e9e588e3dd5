import { expect, it } from "vitest";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import { dayInVietNam, holdProblem, workingDayAfter } from "./hold";

// A Wednesday, six in the morning in Viet Nam.
const NOW = new Date("2026-11-24T23:00:00Z");

it("goes by the day of Viet Nam", () => {
  expect(dayInVietNam(NOW)).toBe("2026-11-25");
});

it("counts working days from the day of Viet Nam on", () => {
  expect(workingDayAfter(NOW, 2, NO_DAYS)).toBe("2026-11-27");
  expect(workingDayAfter(NOW, 10, NO_DAYS)).toBe("2026-12-09");
});

it.each([
  ["2026-11-24", "dayPast"],
  ["2026-11-25", "dayPast"],
  ["2026-11-26", null],
  ["2026-11-28", "dayWeekend"],
  ["2026-11-29", "dayWeekend"],
  ["2026-11-30", null],
  // sixty days later is a Sunday, the Friday before it the last day that will do
  ["2027-01-22", null],
  ["2027-01-24", "dayWeekend"],
  ["2027-01-25", "dayFar"],
] as const)("until %s: %s", (until, problem) => {
  expect(holdProblem(until, NOW)).toBe(problem);
});
