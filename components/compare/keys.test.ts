import { describe, expect, it } from "vitest";
import { commandOf, type KeyPress } from "./keys";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe("on a row", () => {
  it.each([
    ["ArrowUp", "up"],
    ["ArrowDown", "down"],
    ["ArrowLeft", "keep"],
    ["ArrowRight", "take"],
    ["Enter", "edit"],
  ])("%s means %s", (key, command) => {
    expect(commandOf(press(key), "row")).toBe(command);
  });

  it("letters, digits and Backspace mean nothing", () => {
    const means = ["a", "1", "Backspace", " "].map((key) => commandOf(press(key), "row"));
    expect(means).toEqual([null, null, null, null]);
  });

  it("an arrow with Alt stays the browser's", () => {
    expect(commandOf(press("ArrowLeft", { altKey: true }), "row")).toBeNull();
  });
});

describe("in a text field", () => {
  it("arrows and Enter belong to the text", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Backspace"];
    expect(keys.map((key) => commandOf(press(key), "text"))).toEqual(keys.map(() => null));
  });

  it("Esc goes back to the row", () => {
    expect(commandOf(press("Escape"), "text")).toBe("leave");
  });
});

describe("Ctrl+Enter", () => {
  it("sends from anywhere", () => {
    expect(commandOf(press("Enter", { ctrlKey: true }), "text")).toBe("submit");
    expect(commandOf(press("Enter", { ctrlKey: true }), "other")).toBe("submit");
  });
});

describe("while an input method composes", () => {
  it("no key is a command", () => {
    expect(commandOf(press("Enter", { isComposing: true, ctrlKey: true }), "text")).toBeNull();
    expect(commandOf(press("ArrowRight", { keyCode: 229 }), "row")).toBeNull();
  });
});
