"use client";

import { useEffect } from "react";

/** A newer worker takes over while a page has just begun: nobody has typed anything into it yet. */
function greet(registration: ServiceWorkerRegistration): void {
  registration.waiting?.postMessage("takeOver");
  registration.active?.postMessage("refresh");
}

/**
 * Keeps the few pages that open without a connection. In development there is none: it would serve
 * yesterday's code.
 */
export function WorkerRegistration() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/sw.js", { scope: "/" }).then(greet, () => undefined);
  }, []);
  return null;
}
