import { expect, it } from "vitest";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { MESSAGES } from "@/lib/i18n/messages";

it("has texts for every exercise, and for no other", () => {
  const ids = Object.values(EXERCISES).flatMap((exercises) => exercises.map(({ id }) => id));
  expect(Object.keys(MESSAGES.vi.practice.exercise).sort()).toEqual(ids.sort());
});
