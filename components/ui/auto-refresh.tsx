"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

// A page that nobody touches must not keep its session alive past the idle hour.
const FORGOTTEN_MS = 15 * 60 * 1000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll"] as const;

/** Asks the server for the page again every `seconds`, while somebody looks at it. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const timer = setInterval(() => {
      const watched = document.visibilityState === "visible";
      if (watched && Date.now() - touchedAt < FORGOTTEN_MS) router.refresh();
    }, seconds * 1000);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
    };
  }, [router, seconds]);
  return null;
}
