"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** After this long without a touch a forgotten page no longer keeps its session alive. */
const LONGEST_UNATTENDED = 15 * 60 * 1000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "scroll", "visibilitychange"];

/**
 * Asks the server for the page's figures again every few seconds, as long as somebody can see them.
 * What is open, typed or scrolled to stays as it is.
 */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  const touchedAt = useRef(0);
  useEffect(() => {
    const touch = () => {
      touchedAt.current = Date.now();
    };
    const refresh = () => {
      const attended = Date.now() - touchedAt.current < LONGEST_UNATTENDED;
      if (attended && document.visibilityState === "visible") router.refresh();
    };
    touch();
    for (const event of TOUCHES) document.addEventListener(event, touch, { passive: true });
    const timer = setInterval(refresh, seconds * 1000);
    return () => {
      clearInterval(timer);
      for (const event of TOUCHES) document.removeEventListener(event, touch);
    };
  }, [router, seconds]);
  return null;
}
