import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from "@playwright/test";
import { unpackBrowser } from "@/e2e/support/browser";

/** The browser that the stories use, from its npm package. */
export async function startBrowser(): Promise<Browser> {
  const env = await unpackBrowser();
  Object.assign(process.env, env);
  return chromium.launch({ executablePath: env.E2E_BROWSER, args: ["--no-sandbox"] });
}

export interface Visit {
  origin: string;
  /** of the session of whoever visits */
  token: string;
}

/** A context of its own, with nothing cached, signed in. */
export async function visiting(
  browser: Browser,
  { origin, token }: Visit,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  // What runs in the page is compiled with calls of this, which only our own process has.
  await context.addInitScript("globalThis.__name ??= (named) => named");
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: origin }]);
  return context;
}

const MEGABIT = 1_000_000 / 8;
/** A station's computer and line: a processor of a quarter of ours, 9 Mbit/s, 85 ms. */
const SLOWNESS = { cpu: 4, down: 9 * MEGABIT, up: 3 * MEGABIT, latency: 85 };

/** Slows a page as a health station's machine and line do. */
export async function slowed(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOWNESS.latency,
    downloadThroughput: SLOWNESS.down,
    uploadThroughput: SLOWNESS.up,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS.cpu });
  return session;
}
