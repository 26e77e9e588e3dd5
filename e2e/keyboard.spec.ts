import type { Locator, Page } from "@playwright/test";
import type { MadeOfficer } from "@/prisma/factories/communes";
import { expect as atOnce, test } from "./support/fixtures-base";
import { makeBench, row, title, valueBox } from "./support/workbench";

const expect = atOnce.configure({ timeout: 25_000 });
test.beforeEach(() => test.setTimeout(150_000));

/** Farther than any control of these pages is from the one before. */
const MOST_TABS = 90;

/** Tab, until the wanted control has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let at = 0; at < MOST_TABS; at++) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused({ timeout: 1 });
}

async function signInByKeys(page: Page, { username, password }: MadeOfficer): Promise<void> {
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("Tên đăng nhập"));
  await page.keyboard.type(username);
  await tabTo(page, page.getByLabel("Mật khẩu", { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("hồ sơ");
}

/** On a phone the orders are under the button that folds the filters, else they are the titles of the columns. */
async function sortByName(page: Page, isPhone: boolean): Promise<void> {
  const folded = page.getByRole("navigation", { name: "Sắp xếp theo" });
  const sort = isPhone
    ? folded.getByRole("link", { name: "Họ và tên" })
    : page.getByRole("columnheader", { name: "Họ và tên" }).getByRole("link");
  if (isPhone) {
    await expect(sort).toBeHidden();
    await tabTo(page, page.getByText("Lọc, sắp xếp", { exact: true }));
    await page.keyboard.press("Enter");
  }
  await tabTo(page, sort);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=name/);
  if (isPhone) await expect(sort).toBeHidden();
}

for (const width of [360, 1280]) {
  test(`from signing in to the next task by keys alone, ${width} px wide`, async ({
    browser,
    owner,
  }) => {
    const { health } = await makeBench(browser, owner, [
      { fullName: "Nguyễn Thị Hoàn" },
      { fullName: "Nguyễn Thị Hoàm" },
    ]);
    const place = { locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" };
    const context = await browser.newContext({ ...place, viewport: { width, height: 740 } });
    const page = await context.newPage();
    await signInByKeys(page, health);

    await tabTo(page, page.getByRole("link", { name: "Nhiệm vụ", exact: true }));
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText("Nhiệm vụ của trạm y tế");
    await sortByName(page, width < 768);
    const first = page.getByRole("table").getByRole("link", { name: /^Nguyễn Thị Hoà/ });
    await tabTo(page, first.first());
    await page.keyboard.press("Enter");

    await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
    await expect(row(page, "Họ và tên")).toBeFocused();
    const name = (await title(page).textContent()) ?? "";
    await test.step("the legend names the keys of this page", async () => {
      await page.keyboard.press("F1");
      const legend = page.getByRole("dialog", { name: "Chú giải và phím tắt" });
      await expect(legend).toBeVisible();
      if (width > 768) {
        await expect(legend.getByText("F9", { exact: true })).toBeVisible();
        await expect(legend.getByText("Ctrl+K", { exact: true })).toBeVisible();
        // there is one candidate, and nothing has been tried yet
        await expect(legend.getByText("PageDown", { exact: true })).toBeHidden();
      }
      await page.keyboard.press("Escape");
      await expect(legend).toBeHidden();
    });
    await test.step("Enter edits, Esc goes back to the row and leaves what was typed", async () => {
      await tabTo(page, row(page, "Họ và tên"));
      await page.keyboard.press("Enter");
      await page.keyboard.type("Nguyen Thi");
      await page.keyboard.press("Escape");
      await expect(row(page, "Họ và tên")).toBeFocused();
      await expect(valueBox(page, "họ và tên")).toHaveValue("Nguyen Thi");
      await expect(page.getByText("Đã lưu nháp lúc")).toBeVisible();
    });
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("đã đạt ngưỡng")).toBeVisible();
    await page.keyboard.press("Control+Enter");

    await expect(title(page)).not.toHaveText(name);
    await expect(row(page, "Họ và tên")).toBeFocused();
    await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Lấy giá trị CSDLQG" }).first());
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Gửi và sang hồ sơ tiếp" }));
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText("Nhiệm vụ của trạm y tế");
  });
}
