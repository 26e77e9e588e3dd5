import type { Page } from "@playwright/test";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { makePlainTask } from "@/prisma/factories/plain-tasks";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { openFor } from "./support/open-as";

const NAME = "Lý Thị Trạm";

/** Presses again while the page has not come to life yet. */
async function begin(page: Page): Promise<void> {
  const start = page.getByRole("button", { name: "Bắt đầu luyện tập" });
  await expect(start).toBeVisible();
  await expect(async () => {
    if (await start.isVisible()) await start.click();
    await expect(page.getByRole("heading", { name: /^Bài 1 trên/ })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass();
}

/** Takes the registry's value wherever two sides differ. */
async function takeAll(page: Page): Promise<void> {
  const takes = page.getByRole("button", { name: "Lấy giá trị CSDLQG" });
  for (const take of await takes.all()) await take.click();
}

test("an officer practises, and the coordinator sees how it went", async ({ browser, owner }) => {
  test.setTimeout(180_000);
  const commune = await makeCommune(owner);
  await makePlainTask(owner, commune);
  const health = await makeOfficer(owner, { role: "health", unit: commune, fullName: NAME });
  const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
  const page = await openFor(browser, health);
  await page.getByRole("link", { name: "Luyện tập 5 phút trước khi làm hồ sơ thật" }).click();
  await begin(page);
  const total = EXERCISES.health.length;
  for (const at of EXERCISES.health.keys()) {
    await expect(page.getByRole("heading", { name: `Bài ${at + 1} trên ${total}` })).toBeVisible();
    // The first goes wrong: nothing was chosen.
    if (at === 0) await page.keyboard.press("Control+Enter");
    else if (at === 1) await page.keyboard.press("ArrowRight");
    if (at === 1) await page.keyboard.press("Control+Enter");
    if (at > 1) {
      const isLast = at === total - 1;
      if (!isLast) await takeAll(page);
      const send = isLast ? "Trả lại công an" : "Gửi và sang hồ sơ tiếp";
      await page.getByRole("button", { name: send }).click();
    }
    await expect(page.getByText(at === 0 ? "Chưa đúng" : "Đúng rồi")).toBeVisible();
    if (at === 0) await expectAccessible(page);
    await expect(page.getByRole("button", { name: /Bài tiếp theo|Xem kết quả/ })).toBeFocused();
    await page.keyboard.press("Enter");
  }
  const result = `Bạn làm đúng ${total - 1} trên ${total} bài`;
  await expect(page.getByRole("heading", { name: result })).toBeVisible();
  await expect(page.getByText("Đơn vị cấp trên thấy kết quả này")).toBeVisible();
  await expect(page.getByText("gõ nhầm chữ hoặc số: sai 1 bài")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Về trang Việc của tôi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /hồ sơ cần xử lý/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Luyện tập/ })).toHaveCount(0);

  const above = await openFor(browser, coordinator);
  await above.goto("/officers");
  const row = above.getByRole("row").filter({ hasText: NAME });
  await expect(row).toContainText(`${total - 1}/${total}`);
  await row.getByRole("link").click();
  await expect(above.getByText(/Sai ở: gõ nhầm chữ hoặc số/)).toBeVisible();
});
