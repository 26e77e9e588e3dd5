import { expect, test } from "vitest";
import { readDay } from "./day";

test.each([
  ["5/12/2026", "2026-12-05"],
  ["05122026", "2026-12-05"],
  [" 2026-12-05 ", "2026-12-05"],
  ["", null],
  ["31/02/2026", "31/02/2026"],
  ["12/2026", "12/2026"],
  ["mai", "mai"],
])("“%s” is %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});
