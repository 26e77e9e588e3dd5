import type { Page } from "@playwright/test";

const SENT = "bench-sent";
const SHOWN = "bench-shown";

/** Notes when Ctrl+Enter was pressed, and when the code of another record was painted, over page loads too. */
function watchRecord([sent, shown]: string[]): void {
  const now = () => performance.timeOrigin + performance.now();
  const code = () => /TC-[\d-]+/.exec(document.querySelector("main")?.textContent ?? "")?.[0];
  const look = () => {
    const [before, since] = JSON.parse(sessionStorage.getItem(sent ?? "") ?? "[]") as string[];
    const current = code();
    if (since && current && current !== before && !sessionStorage.getItem(shown ?? "")) {
      // The frame with it has been handed over when the next task begins.
      requestAnimationFrame(() =>
        setTimeout(() => sessionStorage.setItem(shown ?? "", `${now() - Number(since)}`)),
      );
    }
    requestAnimationFrame(look);
  };
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !event.ctrlKey) return;
      sessionStorage.removeItem(shown ?? "");
      sessionStorage.setItem(sent ?? "", JSON.stringify([code(), `${now()}`]));
    },
    true,
  );
  requestAnimationFrame(look);
}

/** To be called before the page is opened. */
export async function watchRecords(page: Page): Promise<void> {
  await page.addInitScript(watchRecord, [SENT, SHOWN]);
}

const LONGEST_MS = 30_000;

/** Milliseconds from Ctrl+Enter until the next record was on the screen. */
export async function timeToNext(page: Page): Promise<number> {
  await page.keyboard.press("Control+Enter");
  const shown = await page.waitForFunction((key) => sessionStorage.getItem(key), SHOWN, {
    timeout: LONGEST_MS,
  });
  return Number(await shown.jsonValue());
}
