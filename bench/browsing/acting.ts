import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchEvents: { at: number; duration: number }[];
  }
}

/** Events shorter than this are not told by the browser. */
const SHORTEST = 16;

function watchEvents(shortest: number): void {
  window.benchEvents = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry as PerformanceEventTiming & { interactionId?: number }).interactionId) continue;
      window.benchEvents.push({ at: entry.startTime, duration: entry.duration });
    }
  }).observe({ type: "event", durationThreshold: shortest } as PerformanceObserverInit);
}

/** To be called before the page is opened. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(watchEvents, SHORTEST);
}

/** Two frames and a moment: by then what the event did is on the screen and has been told. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 250))),
      ),
  );

/** Milliseconds from an interaction to the next paint, the slowest of its events. */
export async function timeOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  await settle(page);
  const since = await page.evaluate(() => performance.now());
  await act();
  await settle(page);
  return page.evaluate(
    ([from, least]) =>
      Math.max(
        least ?? 0,
        ...window.benchEvents.filter(({ at }) => at >= (from ?? 0)).map((one) => one.duration),
      ),
    [since, SHORTEST],
  );
}
