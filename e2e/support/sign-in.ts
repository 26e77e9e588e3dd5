import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import type { MadeOfficer } from "@/prisma/factories/communes";

/** A browser of their own for an officer, signed in by hand as people do. */
export async function signIn(
  browser: Browser,
  officer: MadeOfficer,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const place = { locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" };
  const context = await browser.newContext({ ...place, ...options });
  const page = await context.newPage();
  await signInHere(page, officer);
  return page;
}

/** In a browser that somebody may have used before. */
export async function signInHere(page: Page, officer: MadeOfficer): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(officer.username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(officer.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  // Passwords are hashed slowly on purpose, and a busy machine does it more slowly still.
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Đăng nhập", {
    timeout: 30_000,
  });
}
