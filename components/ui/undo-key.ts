"use client";

import { useEffect, useEffectEvent } from "react";

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "defaultPrevented"
>;

/** Where text is typed, Ctrl+Z takes back what was typed. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

/** Ctrl+Z, or ⌘Z. */
export function isUndo(press: Press): boolean {
  const alone = !press.altKey && !press.shiftKey && !press.defaultPrevented;
  return alone && (press.ctrlKey || press.metaKey) && press.key.toLowerCase() === "z";
}

/** Takes the last step back by Ctrl+Z, as long as `undo` is given and nobody is typing. */
export function useUndoKey(undo: (() => void) | undefined): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!undo || !isUndo(event) || isTyping(event.target)) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
