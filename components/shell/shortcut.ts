"use client";

import { useEffect, useEffectEvent } from "react";
import { isComposition, type KeyPress } from "@/components/compare/keys";

type Press = KeyPress & { shiftKey: boolean };

/** Ctrl+K or ⌘K, whatever Caps Lock says, and not while an input method holds the key. */
export function isPaletteKey(press: Press): boolean {
  const modified = (press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey;
  return modified && press.key.toLowerCase() === "k" && !isComposition(press);
}

/** F1 alone. */
export function isHelpKey(press: Press): boolean {
  const modified = press.ctrlKey || press.metaKey || press.altKey || press.shiftKey;
  return press.key === "F1" && !modified && !isComposition(press);
}

/** Calls `run` at that key anywhere on the page, except while a dialog is open. */
export function useShortcut(isKey: (press: Press) => boolean, run: () => void): void {
  const onRun = useEffectEvent(run);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isKey(event)) return;
      // The browser's own page for either key would be worse than nothing.
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) onRun();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isKey]);
}
