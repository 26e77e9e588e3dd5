"use client";

import { useEffect } from "react";
import { reachingFetch, useOnline } from "./connection";

const AGAIN_MS = 15_000;

/** Whether the portal can be reached. Where a request has failed, it asks again until one succeeds. */
export function useReach(): boolean {
  const online = useOnline();
  useEffect(() => {
    if (online) return;
    const ask = () => {
      if (navigator.onLine) reachingFetch("/api/health", { cache: "no-store" }).catch(() => null);
    };
    const timer = setInterval(ask, AGAIN_MS);
    return () => clearInterval(timer);
  }, [online]);
  return online;
}
