"use client";

import { useSyncExternalStore } from "react";

/**
 * `navigator.onLine` knows of a cable, not of the portal: a telephone in a valley says it is online.
 * What really happened to the last request weighs more, until the browser reports a change.
 */
let reached: boolean | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Told by whoever has just asked the portal for something. */
export function reportReached(value: boolean): void {
  if (reached === value) return;
  reached = value;
  tell();
}

export function isOnline(): boolean {
  return navigator.onLine && reached !== false;
}

function forget(): void {
  reached = null;
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener("online", forget);
    window.addEventListener("offline", forget);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener("online", forget);
    window.removeEventListener("offline", forget);
  };
}

/** Whether the portal can be reached, as far as this tab knows. The server draws it as online. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline, () => true);
}

/** `fetch` that tells whether the portal answered; an answer of any kind is one. */
export async function reachingFetch(input: string, init?: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(input, init);
    reportReached(true);
    return answer;
  } catch (error) {
    reportReached(false);
    throw error;
  }
}
