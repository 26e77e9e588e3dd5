import type { Browser, CDPSession, Page } from "@playwright/test";
import { slowed, type Visit, visiting } from "./browser";

export interface Loaded {
  /** milliseconds until the largest part was painted */
  largest: number;
  /** milliseconds until anything was */
  first: number;
  /** milliseconds until the server's first byte */
  answered: number;
  /** bytes of compressed script */
  script: number;
  /** the same with the headers of the answers */
  transferred: number;
}

/** Counts the bytes of scripts that come over the line. */
function countScripts(session: CDPSession): Pick<Loaded, "script" | "transferred"> {
  const headers = new Map<string, number>();
  const sum = { script: 0, transferred: 0 };
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") headers.set(requestId, response.encodedDataLength);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const before = headers.get(requestId);
    if (before === undefined) return;
    sum.script += encodedDataLength - before;
    sum.transferred += encodedDataLength;
  });
  return sum;
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
  const sum = countScripts(session);
  await page.goto(path, { waitUntil: "networkidle" });
  const paints = await page.evaluate(readPaints);
  await context.close();
  return { ...paints, ...sum };
}
