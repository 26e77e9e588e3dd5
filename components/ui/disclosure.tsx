"use client";

import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classNames } from "./class-names";

interface DisclosureProps {
  /** What is seen of the button. */
  summary: ReactNode;
  /** Name of the button, where `summary` has no words. */
  label?: string;
  children: ReactNode;
  /** Where the panel opens: below by default, above for a bar at the bottom. */
  side?: "below" | "above";
  /** On a phone the panel takes the width of the screen, wherever its button stands, and moves with the page. */
  sheet?: boolean;
  className?: string;
}

/** Closes on a press outside and on Esc, which the native element does not do by itself. */
function useLightDismiss(box: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = () => box.current?.removeAttribute("open");
    const onPress = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node)) close();
    };
    const onKey = ({ key, isComposing }: KeyboardEvent) => {
      if (key !== "Escape" || isComposing || !box.current?.open) return;
      close();
      box.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, [box]);
}

/** A panel under a button, by the native element: it opens before any script has loaded. */
export function Disclosure(props: DisclosureProps) {
  const { summary, label, children, side, sheet, className } = props;
  const box = useRef<HTMLDetailsElement>(null);
  useLightDismiss(box);
  const onFollow = ({ target }: MouseEvent) => {
    if ((target as Element).closest("a")) box.current?.removeAttribute("open");
  };
  return (
    <details ref={box} className={classNames("relative", sheet && "max-md:static")}>
      <summary aria-label={label} className={classNames("list-none rounded-md", className)}>
        {summary}
      </summary>
      {/* biome-ignore lint/a11y: only notices that a link inside was followed, by any means */}
      <div
        onClick={onFollow}
        className={classNames(
          "absolute right-0 z-40 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-raised p-3 text-ink shadow-float",
          side === "above" ? "bottom-full mr-2 mb-2" : "top-full mt-2",
          sheet && "max-md:inset-x-4 max-md:z-20 max-md:top-auto max-md:w-auto",
        )}
      >
        {children}
      </div>
    </details>
  );
}
