"use client";

import { useEffect, useEffectEvent } from "react";
import { isComposition, type KeyPress } from "@/components/compare/keys";

/** F9 alone, and not while an input method holds the key. */
export function isReportKey(press: KeyPress & { shiftKey: boolean }): boolean {
  const modified = press.ctrlKey || press.altKey || press.metaKey || press.shiftKey;
  return press.key === "F9" && !modified && !isComposition(press);
}

/** Calls `open` at F9 anywhere on the page, except while a dialog is open. */
export function useReportKey(open: () => void): void {
  const onOpen = useEffectEvent(open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isReportKey(event)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
