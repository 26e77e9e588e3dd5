import { expect, it } from "vitest";
import { isUndo } from "./undo-key";

const PRESS = {
  key: "z",
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
};

it.each([
  ["Ctrl+Z", {}, true],
  ["Ctrl+Z with capitals locked", { key: "Z" }, true],
  ["⌘Z", { ctrlKey: false, metaKey: true }, true],
  ["z alone", { ctrlKey: false }, false],
  ["Ctrl+Shift+Z, which does again", { shiftKey: true }, false],
  ["Ctrl+Alt+Z", { altKey: true }, false],
  ["Ctrl+X", { key: "x" }, false],
  ["what somebody else has taken", { defaultPrevented: true }, false],
])("%s", (_, change, taken) => {
  expect(isUndo({ ...PRESS, ...change })).toBe(taken);
});
