import { expect, test } from "vitest";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { EFFORT_MINUTES } from "./effort";

test("every class of difference has an effort to balance loads with", () => {
  expect(Object.keys(EFFORT_MINUTES).sort()).toEqual([...DIFFERENCE_CLASSES].sort());
  expect(Object.values(EFFORT_MINUTES).every((minutes) => minutes > 0)).toBe(true);
});
