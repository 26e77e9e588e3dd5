import type { Browser, CDPSession, Page } from "@playwright/test";
import { slowed, type Visit, visiting } from "./browser";

export interface Loaded {
  /** milliseconds until the largest part was painted */
  largest: number;
  /** milliseconds until anything was */
  first: number;
  /** milliseconds until the server's first byte */
  answered: number;
  /** bytes of script as they were transferred */
  script: number;
  /** addresses of the scripts with their bytes */
  scripts: Map<string, number>;
}

/** Counts the bytes of scripts that come over the line. */
function countScripts(session: CDPSession): Map<string, number> {
  const byRequest = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") byRequest.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = byRequest.get(requestId);
    if (url) bytes.set(url, encodedDataLength);
  });
  return bytes;
}

function readPaints(): Promise<{ largest: number; first: number; answered: number }> {
  return new Promise((resolve) => {
    const [navigation] = performance.getEntriesByType("navigation");
    const [first] = performance.getEntriesByName("first-contentful-paint");
    const answered = (navigation as PerformanceNavigationTiming | undefined)?.responseStart ?? 0;
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1)?.startTime ?? 0;
      resolve({ largest, first: first?.startTime ?? 0, answered });
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

/** Opens an address as for the first time, slowed, and waits until nothing more is loaded. */
export async function loadCold(browser: Browser, visit: Visit, path: string): Promise<Loaded> {
  const context = await visiting(browser, visit);
  const page: Page = await context.newPage();
  const session = await slowed(page);
  const scripts = countScripts(session);
  await page.goto(path, { waitUntil: "networkidle" });
  const paints = await page.evaluate(readPaints);
  await context.close();
  return { ...paints, scripts, script: [...scripts.values()].reduce((sum, one) => sum + one, 0) };
}
