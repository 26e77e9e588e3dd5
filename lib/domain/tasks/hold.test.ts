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
  // a Saturday: taken to the Monday after it
  ["2026-11-28", null],
  ["2026-11-30", null],
  // sixty days later
  ["2027-01-24", null],
  ["2027-01-25", "dayFar"],
] as const)("until %s: %s", (until, problem) => {
  expect(holdProblem(until, NOW)).toBe(problem);
});
