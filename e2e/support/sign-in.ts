import { type Browser, expect, type Page } from "@playwright/test";
import type { MadeOfficer } from "@/prisma/factories/communes";

/** A browser of their own for an officer, signed in by hand as people do. */
export async function signIn(browser: Browser, officer: MadeOfficer): Promise<Page> {
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(officer.username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(officer.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Đăng nhập");
  return page;
}
