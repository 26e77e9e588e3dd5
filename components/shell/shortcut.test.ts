import { describe, expect, it } from "vitest";
import { isHelpKey, isPaletteKey } from "./shortcut";

const press = (key: string, held: Record<string, unknown> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...held,
});

describe("the key of the search", () => {
  it("is K with Ctrl or ⌘, also under Caps Lock", () => {
    expect(isPaletteKey(press("k", { ctrlKey: true }))).toBe(true);
    expect(isPaletteKey(press("K", { ctrlKey: true }))).toBe(true);
    expect(isPaletteKey(press("k", { metaKey: true }))).toBe(true);
  });

  it("is no bare letter, no other combination, and nothing that an input method holds", () => {
    expect(isPaletteKey(press("k"))).toBe(false);
    expect(isPaletteKey(press("k", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPaletteKey(press("k", { ctrlKey: true, isComposing: true }))).toBe(false);
    expect(isPaletteKey(press("k", { ctrlKey: true, keyCode: 229 }))).toBe(false);
  });
});

it("the key of the help is F1 alone", () => {
  expect(isHelpKey(press("F1"))).toBe(true);
  expect(isHelpKey(press("F1", { shiftKey: true }))).toBe(false);
  expect(isHelpKey(press("F1", { keyCode: 229 }))).toBe(false);
});
