import type { CDPSession, Locator, Page } from "@playwright/test";
import { ROLES } from "@/lib/domain/access/roles";
import { makeCommune, makeOfficer, type Owner } from "@/prisma/factories/communes";
import { makePlainTask } from "@/prisma/factories/plain-tasks";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { openAs, openFor } from "./support/open-as";
import { typeLikeUniKey } from "./support/unikey";

// A dozen pages and a browser each, on a machine that may have more to do.
test.setTimeout(90_000);

const field = (page: Page) => page.getByRole("combobox", { name: "Tìm trang, việc cần làm" });
const option = (page: Page, name: string) => page.getByRole("option", { name });

/** Presses again while the page has not come to life yet; with the dialog open the key does nothing. */
async function pressUntil(page: Page, key: string, opened: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(opened).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

async function openPalette(page: Page): Promise<void> {
  await pressUntil(page, "Control+k", field(page));
  await expect(field(page)).toBeFocused();
}

/** A health station with one task. */
async function makeStation(owner: Owner) {
  const commune = await makeCommune(owner);
  return {
    task: await makePlainTask(owner, commune),
    health: await makeOfficer(owner, { role: "health", unit: commune, fullName: "Lý Thị Trạm" }),
  };
}

test("Ctrl+K finds a page by a few letters, and gives the focus back when it is left", async ({
  browser,
}) => {
  const page = await openAs(browser, "health");
  await page.goto("/home");
  const bell = page.getByRole("link", { name: /^Nhắc việc/ });
  await bell.focus();
  await openPalette(page);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeHidden();
  await expect(bell).toBeFocused();
  await openPalette(page);
  await page.keyboard.type("tien do");
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(option(page, "Tiến độ")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/progress$/);
  await openPalette(page);
  await page.keyboard.type("giao dien");
  await page.keyboard.press("ArrowDown");
  await expect(option(page, "Giao diện: Sáng")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await expect.poll(theme, { timeout: 30_000 }).toBe("dark");
});

/** Enter as a browser reports it while an input method holds the key. */
async function pressHeldEnter(session: CDPSession): Promise<void> {
  const key = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

test("a word under composition narrows the list, and the Enter that ends it opens nothing", async ({
  browser,
}) => {
  const page = await openAs(browser, "health");
  await page.goto("/home");
  await openPalette(page);
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  for (const text of ["t", "ti", "tiê", "tiế", "tiến"]) await compose(text);
  await expect(field(page)).toHaveValue("tiến");
  await expect(option(page, "Tiến độ")).toBeVisible();
  await pressHeldEnter(session);
  await expect(page).toHaveURL(/\/home$/);
  await expect(field(page)).toBeFocused();
  await session.send("Input.insertText", { text: "tiến" });
  await expect(field(page)).toHaveValue("tiến");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/progress$/);
});

test("text retyped with backspaces finds its page, and no letter on its own is a command", async ({
  browser,
}) => {
  const page = await openAs(browser, "police");
  await page.goto("/home");
  await typeLikeUniKey(page, ["t", "k", "<d", "?"]);
  await expect(field(page)).toBeHidden();
  await openPalette(page);
  await typeLikeUniKey(page, ["t", "i", "e", "<ê", "<ế", "n", " ", "d", "<đ", "o", "<ô", "<ộ"]);
  await expect(field(page)).toHaveValue("tiến độ");
  await expect(page.getByRole("option")).toHaveCount(1);
  await typeLikeUniKey(page, ["<<<<<<<", "n", "h", "a", "<â", "<ậ", "n"]);
  await expect(field(page)).toHaveValue("nhận");
  await expect(option(page, "Nhận việc tiếp theo")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/none=1/);
});

test("a record is found by its code in the officer's own area, and no address holds the code", async ({
  browser,
  owner,
}) => {
  const { task, health } = await makeStation(owner);
  const { code } = task;
  const page = await openFor(browser, health);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openPalette(page);
  await page.keyboard.type(code.toLowerCase());
  await expect(option(page, `Mở hồ sơ ${code}`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tasks/${task.id}$`), { timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Chú giải và phím tắt" })).toBeVisible();
  await pressUntil(page, "F1", page.getByRole("dialog", { name: "Chú giải và phím tắt" }));
  expect(asked.filter((url) => url.includes(code.replace("TC-", "")))).toEqual([]);

  const stranger = await openAs(browser, "health");
  await stranger.goto("/home");
  await openPalette(stranger);
  await stranger.keyboard.type(code);
  await stranger.keyboard.press("Enter");
  await expect(stranger.getByText(`Không có hồ sơ ${code} trong địa bàn của bạn`)).toBeVisible();
  await expect(stranger).toHaveURL(/\/home$/);
});

test("F1 says what a page is for, and leads to the kinds of difference", async ({ browser }) => {
  const page = await openAs(browser, "coordinator");
  await page.goto("/imports");
  const help = page.getByRole("dialog", { name: "Trợ giúp của trang này" });
  await pressUntil(page, "F1", help);
  await expect(help).toContainText("Tải tệp hồ sơ từ hệ thống nguồn lên");
  await expectAccessible(page);
  await help.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Trợ giúp" })).toBeVisible();
  await expect(help).toBeHidden();
  await page.getByRole("link", { name: "Đảo ngày và tháng" }).click();
  await expect(page).toHaveURL(/#swapped_date$/);
  await expect(page.getByRole("region", { name: "Đảo ngày và tháng" })).toBeInViewport();
});

for (const role of ROLES) {
  test(`every page that the search offers to the role ${role} opens`, async ({ browser }) => {
    const page = await openAs(browser, role);
    await page.goto("/home");
    await openPalette(page);
    const hrefs = await page
      .getByRole("option")
      .evaluateAll((options) => options.flatMap(({ dataset }) => dataset.href ?? []));
    expect(hrefs).toContain("/help");
    for (const href of hrefs) {
      const answer = await page.request.get(href);
      expect(answer.status(), href).toBe(200);
    }
  });
}
