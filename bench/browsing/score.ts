import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchScore: { pressed?: number; here?: number; confirmed?: number };
  }
}

function watchScore(): void {
  const seen: Window["benchScore"] = {};
  window.benchScore = seen;
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      seen.pressed ??= timeStamp;
    },
    { capture: true },
  );
  const meter = document.querySelector("main form output");
  const look = () => {
    seen.here ??= performance.now();
  };
  if (meter)
    new MutationObserver(look).observe(meter, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  new PerformanceObserver((list) => {
    const answer = list.getEntries().find(({ name }) => name.endsWith("/score"));
    if (answer) seen.confirmed ??= (answer as PerformanceResourceTiming).responseEnd;
  }).observe({ type: "resource" });
}

export interface Scored {
  /** milliseconds from → until the browser's own score stood there */
  here: number;
  /** milliseconds from → until the server had confirmed it */
  confirmed: number;
}

/** Takes the registry's value of the row that has the focus. */
export async function timeToScore(page: Page): Promise<Scored> {
  await page.evaluate(watchScore);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.benchScore.here && window.benchScore.confirmed);
  const { pressed = 0, here = 0, confirmed = 0 } = await page.evaluate(() => window.benchScore);
  return { here: here - pressed, confirmed: confirmed - pressed };
}
