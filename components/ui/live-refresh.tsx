"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { watchedPage } from "./watched";

interface LiveRefreshProps {
  /** Server-sent events, one each time that the page has changed. */
  href: string;
  /** What to say while changes come by themselves, and while they can't. */
  live: string;
  lost: string;
}

/** A busy page changes all the time: it is drawn anew once a second, when the last drawing has come. */
const PAUSE_MS = 1_000;
const CHECK_MS = 30_000;

/** Opens the stream while somebody looks at the page: a browser has six connections for all its tabs. */
function follow(href: string, on: { moved: () => void; state: (open: boolean) => void }) {
  let source: EventSource | null = null;
  const watched = watchedPage(() => settle());
  const settle = () => {
    if (watched() && !source) {
      source = new EventSource(href);
      source.addEventListener("moved", on.moved);
      source.addEventListener("open", () => on.state(true));
      source.addEventListener("error", () => on.state(false));
    } else if (!watched() && source) {
      source.close();
      source = null;
    }
    // A stream that was refused is not opened again by the browser.
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      on.moved();
    }
  };
  const timer = setInterval(settle, CHECK_MS);
  settle();
  return () => {
    clearInterval(timer);
    watched.stop();
    source?.close();
  };
}

/**
 * Draws the page anew whenever the server says that it has changed, and is quiet otherwise. Without the
 * stream the page is asked for every half minute.
 */
export function LiveRefresh({ href, live, lost }: LiveRefreshProps) {
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [drawing, startDrawing] = useTransition();
  const [due, setDue] = useState(0);
  const drawnAt = useRef(0);

  useEffect(() => follow(href, { moved: () => setDue((n) => n + 1), state: setOpen }), [href]);

  useEffect(() => {
    if (due === 0 || drawing) return;
    const wait = Math.max(0, drawnAt.current + PAUSE_MS - Date.now());
    const timer = setTimeout(() => {
      drawnAt.current = Date.now();
      setDue(0);
      startDrawing(() => router.refresh());
    }, wait);
    return () => clearTimeout(timer);
  }, [due, drawing, router]);

  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-quiet print:hidden">
      <span
        aria-hidden
        className={`size-2 rounded-full ${open ? "bg-settled" : "border border-waiting"}`}
      />
      {open ? live : lost}
    </span>
  );
}
