import type { Locator, Page } from "@playwright/test";
import { timeOf } from "./acting";

/** What people do on a page all day, and the milliseconds that each took until the next paint. */
export type Interactions = Map<string, number>;

interface Act {
  name: string;
  /** what it needs; where the page has none it is left out */
  on?: (page: Page) => Locator;
  act: (page: Page, on: Locator) => Promise<unknown>;
}

/** Between two keys of the best typist (Card, Moran and Newell, 1980). */
const FASTEST_MS = 80;

const main = (page: Page) => page.locator("#main");

const LIST: readonly Act[] = [
  {
    name: "tick a row",
    on: (page) => main(page).getByRole("row").getByRole("checkbox").nth(1),
    act: (_, on) => on.click(),
  },
  {
    name: "open a menu",
    on: (page) => page.locator("header summary, header [aria-haspopup]").last(),
    act: (_, on) => on.click(),
  },
  {
    name: "type what is looked for",
    on: (page) => main(page).getByRole("searchbox").or(main(page).getByRole("textbox")).first(),
    act: async (_, on) => {
      await on.focus();
      await on.pressSequentially("Hoa", { delay: FASTEST_MS });
    },
  },
  { name: "next stop of the keyboard", act: (page) => page.keyboard.press("Tab") },
];

const TASK: readonly Act[] = [
  { name: "take the registry's (→)", act: (page) => page.keyboard.press("ArrowRight") },
  { name: "keep the record's (←)", act: (page) => page.keyboard.press("ArrowLeft") },
  { name: "another row (↓)", act: (page) => page.keyboard.press("ArrowDown") },
  {
    name: "type a value",
    on: (page) => main(page).getByRole("row").getByRole("textbox").first(),
    act: async (page, on) => {
      await on.focus();
      await page.keyboard.press("End");
      await page.keyboard.type("abc", { delay: FASTEST_MS });
    },
  },
  { name: "keys explained (F1)", act: (page) => page.keyboard.press("F1") },
];

async function run(page: Page, acts: readonly Act[]): Promise<Interactions> {
  const times: Interactions = new Map();
  for (const { name, on, act } of acts) {
    const found = on?.(page) ?? page.locator("body");
    if ((await found.count()) === 0) continue;
    times.set(name, await timeOf(page, () => act(page, found)));
  }
  return times;
}

export const actOnList = (page: Page) => run(page, LIST);

/** The row of the first field that differs has the focus once the page is at work. */
export const untilAtWork = (page: Page) => page.locator("[data-field]:focus").waitFor();

export async function actOnTask(page: Page): Promise<Interactions> {
  await untilAtWork(page);
  return run(page, TASK);
}
