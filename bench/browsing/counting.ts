import type { Page } from "@playwright/test";

const KEYS = "bench-keys";
const CLICKS = "bench-clicks";

function countActs(names: string[]): void {
  for (const [event, name] of [
    ["keydown", names[0]],
    ["click", names[1]],
  ] as const) {
    addEventListener(
      event,
      (act) => {
        // A held key repeats, and Enter on a button is a click that no mouse has made.
        if (
          (act as KeyboardEvent).repeat ||
          ((act as MouseEvent).detail === 0 && event === "click")
        )
          return;
        sessionStorage.setItem(name ?? "", `${Number(sessionStorage.getItem(name ?? "")) + 1}`);
      },
      true,
    );
  }
}

/** Counts every key that goes down and every click, over page loads too. Before the page is opened. */
export async function watchActs(page: Page): Promise<void> {
  await page.addInitScript(countActs, [KEYS, CLICKS]);
}

export interface Acts {
  keys: number;
  clicks: number;
}

/** What was counted since the last time. */
export function takeActs(page: Page): Promise<Acts> {
  return page.evaluate(
    ([keys = "", clicks = ""]) => {
      const of = (name: string) => Number(sessionStorage.getItem(name));
      const taken = { keys: of(keys), clicks: of(clicks) };
      for (const name of [keys, clicks]) sessionStorage.removeItem(name);
      return taken;
    },
    [KEYS, CLICKS],
  );
}
