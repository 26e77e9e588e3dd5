import { expect, test } from "vitest";
import { isFunctionKey } from "./function-key";

const press = {
  key: "F9",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 120,
};

test("F9 is F9, and F8 is F8", () => {
  expect(isFunctionKey(press, "F9")).toBe(true);
  expect(isFunctionKey(press, "F8")).toBe(false);
  expect(isFunctionKey({ ...press, key: "F8" }, "F8")).toBe(true);
});

test.each([
  ["another key", { key: "F8" }],
  ["a letter that an input method turns into a tone", { key: "9" }],
  ["Ctrl+F9", { ctrlKey: true }],
  ["Shift+F9", { shiftKey: true }],
  ["a key within a composition", { isComposing: true }],
  ["a key that an input method holds", { keyCode: 229 }],
])("%s is not", (_, change) => {
  expect(isFunctionKey({ ...press, ...change }, "F9")).toBe(false);
});
