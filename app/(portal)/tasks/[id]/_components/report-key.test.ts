import { expect, test } from "vitest";
import { isReportKey } from "./report-key";

const press = {
  key: "F9",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 120,
};

test("F9 opens the report", () => {
  expect(isReportKey(press)).toBe(true);
});

test.each([
  ["another key", { key: "F8" }],
  ["a letter that an input method turns into a tone", { key: "9" }],
  ["Ctrl+F9", { ctrlKey: true }],
  ["Shift+F9", { shiftKey: true }],
  ["a key within a composition", { isComposing: true }],
  ["a key that an input method holds", { keyCode: 229 }],
])("%s does not", (_, change) => {
  expect(isReportKey({ ...press, ...change })).toBe(false);
});
