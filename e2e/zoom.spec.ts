import type { Page } from "@playwright/test";
import { expect as atOnce, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";
import { makeBench } from "./support/workbench";

const expect = atOnce.configure({ timeout: 25_000 });
test.beforeEach(() => test.setTimeout(150_000));

const SLIPS = [{ fullName: "Nguyễn Thị Hoàn" }, { fullName: "Nguyễn Thị Hoàm" }];

/** The pages of an officer's day, one after the other: home, list, a task. */
async function onEach(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto("/home");
  await look("home");
  await page.goto("/tasks");
  await look("list");
  const first = page.getByRole("table").getByRole("link", { name: SLIPS[0]?.fullName });
  await page.goto((await first.getAttribute("href")) ?? "");
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
  await look("task");
}

/** By how much the page is wider than the screen. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test("at 400 % and with letters twice as large every page fits, and no bar takes the screen", async ({
  browser,
  owner,
}) => {
  const { health } = await makeBench(browser, owner, SLIPS);
  const page = await signIn(browser, health, { viewport: { width: 320, height: 256 } });
  await onEach(page, async (name) => {
    expect(await tooWide(page), `${name} at 320 px`).toBe(0);
    await page.evaluate(() => window.scrollTo(0, 300));
    await expect(page.getByRole("banner"), `the header of ${name}`).not.toBeInViewport();
    await expect(
      page.getByRole("navigation", { name: "Điều hướng chính" }),
      `the bar of ${name}`,
    ).not.toBeInViewport();
  });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 1024 });
    await onEach(page, async (name) => {
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await tooWide(page), `${name} at 200 %, ${width} px`).toBe(0);
    });
  }
});

interface Focused {
  what: string;
  ring: boolean;
  seen: boolean;
}

/** What has the focus: whether it has a ring, and whether any of it is seen. */
function readFocus(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const control = document.activeElement;
    if (!control || control === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(control);
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const seen = places.some(([x, y]) => {
      const at = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
      return at !== null && (control.contains(at) || at.contains(control));
    });
    return {
      what: `${control.tagName} ${control.getAttribute("aria-label") ?? control.textContent}`,
      ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      seen,
    };
  });
}

/** As many stops as the pages have before they repeat themselves. */
const STOPS = 60;

test("in forced colours whatever has the focus has its ring and lies under no bar", async ({
  browser,
  owner,
}) => {
  const { health } = await makeBench(browser, owner, SLIPS);
  const page = await signIn(browser, health, {
    viewport: { width: 360, height: 640 },
    forcedColors: "active",
  });
  await onEach(page, async (name) => {
    const bar = page.getByRole("navigation", { name: "Điều hướng chính" });
    const ground = (at: number) =>
      bar
        .getByRole("link")
        .nth(at)
        .evaluate((link) => getComputedStyle(link).backgroundColor);
    const [home, tasks] = [await ground(0), await ground(1)];
    expect(home, `where one is, on ${name}`).not.toBe(tasks);
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press("Tab");
      const focused = await readFocus(page);
      if (focused) expect(focused, name).toMatchObject({ ring: true, seen: true });
    }
  });
});

test("who wants no motion sees none, nor while something is sent", async ({ browser, owner }) => {
  const { health } = await makeBench(browser, owner, SLIPS);
  const page = await signIn(browser, health, { reducedMotion: "reduce" });
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
  await onEach(page, async (name) => {
    await page.getByRole("link").nth(3).hover();
    await expect.poll(moving, { message: name }).toBe(0);
  });
  await page.goto("/tasks");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/tasks", async (route) => {
    await held;
    await route.continue();
  });
  const next = page.getByRole("button", { name: "Nhận việc tiếp theo" });
  await next.click();
  await expect(next).toHaveAttribute("aria-busy", "true");
  await expect.poll(moving).toBe(0);
  answer();
});
