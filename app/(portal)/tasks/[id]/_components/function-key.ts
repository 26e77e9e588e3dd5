"use client";

import { useEffect, useEffectEvent } from "react";
import { isComposition, type KeyPress } from "@/components/compare/keys";

export type FunctionKey = "F1" | "F8" | "F9";

/** That key alone, and not while an input method holds the key. */
export function isFunctionKey(press: KeyPress & { shiftKey: boolean }, key: FunctionKey): boolean {
  const modified = press.ctrlKey || press.altKey || press.metaKey || press.shiftKey;
  return press.key === key && !modified && !isComposition(press);
}

/** Calls `open` at that key anywhere on the page, except while a dialog is open. */
export function useFunctionKey(key: FunctionKey, open: () => void): void {
  const onOpen = useEffectEvent(open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isFunctionKey(event, key)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [key]);
}
