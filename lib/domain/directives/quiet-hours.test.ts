import { expect, test } from "vitest";
import { SETTINGS } from "@/lib/domain/units/settings";
import { quietProblem } from "./quiet-hours";

test.each([
  ["the standard ones", SETTINGS.quietHours.standard, null],
  ["over noon", { from: 11, to: 14 }, null],
  ["until two office hours are left", { from: 17, to: 15 }, null],
  ["until one office hour is left", { from: 17, to: 16 }, "quietLong"],
  ["the whole office day", { from: 6, to: 18 }, "quietLong"],
  ["from an hour to the same one", { from: 20, to: 20 }, "quietSame"],
])("%s: %s", (_, quiet, problem) => {
  expect(quietProblem(quiet)).toBe(problem);
});
