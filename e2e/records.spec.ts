import type { OwnerConnection } from "@/prisma/factories/database";
import { type ListedWish, makeListed } from "@/prisma/factories/listed";
import { expectAccessible } from "./support/accessible";
import { expect as atOnce, test } from "./support/fixtures-base";
import { makeList, nameAt, rows } from "./support/listed";
import { signIn } from "./support/sign-in";

// A machine that builds and tests at the same time takes its time for a step that writes.
const expect = atOnce.configure({ timeout: 25_000 });
test.beforeEach(() => test.setTimeout(150_000));

/** Records that need nobody, of another time, beside those of the list. */
async function makeRecords(owner: OwnerConnection) {
  const made = await makeList(owner);
  const repaired = ["Võ Thị Cúc", "Ngô Văn Dũng", "Đỗ Thị Én"].map(
    (fullName): ListedWish => ({
      fullName,
      birthDate: "1950-02-03",
      outcome: "repaired",
      settled: true,
    }),
  );
  await makeListed(owner, made.commune, repaired);
  return made;
}

test("records are narrowed, ordered, drawn and kept as the list of tasks is", async ({
  browser,
  owner,
}) => {
  const { health } = await makeRecords(owner);
  const page = await signIn(browser, health);
  await page.goto("/records");
  const quick = page.getByRole("navigation", { name: "Xem nhanh" });
  await expect(quick.getByRole("link", { name: "Tất cả 123" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await quick.getByRole("link", { name: "Tự động sửa 3" }).click();
  await expect(page).toHaveURL(/standing=repaired/);
  await expect(rows(page)).toHaveCount(4);

  const standing = page.getByRole("combobox", { name: "Tình trạng hồ sơ" });
  await standing.selectOption("Đang có nhiệm vụ");
  await page.getByRole("combobox", { name: "Thôn/tổ" }).selectOption("Ấp 3");
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByText("40 hồ sơ", { exact: true })).toBeVisible();
  await expectAccessible(page);

  const filters = page.getByRole("search", { name: "Lọc danh sách" });
  await filters.getByText("Năm sinh", { exact: true }).click();
  await page.getByLabel("Sinh đến năm").fill("1960");
  await page.getByLabel("Sinh đến năm").press("Enter");
  await expect(page.getByText("Không có hồ sơ nào khớp với bộ lọc này.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bỏ lọc" }).last().click();
  await expect(page.getByText("123 hồ sơ", { exact: true })).toBeVisible();

  await page.getByText("Cột", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Mã hồ sơ" }).uncheck();
  await page.getByRole("button", { name: "Áp dụng" }).click();
  await expect(page.getByRole("columnheader", { name: "Mã hồ sơ" })).toBeHidden();
  await page.getByRole("columnheader", { name: "Năm sinh" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=birthYear/);
  await expect(nameAt(page, 1)).toHaveText("Võ Thị Cúc");

  await page.getByText("Chế độ xem", { exact: true }).click();
  await page.getByLabel("Tên chế độ xem").fill("Già trước");
  await page.getByRole("button", { name: "Lưu chế độ xem" }).click();
  await expect(page.getByRole("link", { name: "Già trước" })).toBeVisible();
  await page.goto("/records/views");
  await page.getByRole("button", { name: "Mở đầu tiên: Già trước" }).click();
  await expect(page.getByRole("button", { name: "Thôi mở đầu tiên: Già trước" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/records");
  await expect(page).toHaveURL(/sort=birthYear/);
  await page.goto("/tasks/views");
  await expect(page.getByText("Bạn chưa lưu chế độ xem nào.")).toBeVisible();
});

test("coming back from a record finds its place; on a phone nothing runs off the side", async ({
  browser,
  owner,
}) => {
  const { health } = await makeRecords(owner);
  const page = await signIn(browser, health);
  await page.goto("/records?standing=task&sort=name");
  await page.getByRole("link", { name: "Trang sau" }).click();
  await expect(page).toHaveURL(/after=/);
  const address = page.url();
  const name = (await nameAt(page, 40).textContent()) ?? "";
  await nameAt(page, 40).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByRole("navigation", { name: "Hồ sơ" }).getByRole("link").first().click();
  await expect(page).toHaveURL(address);
  const row = rows(page).filter({ hasText: name });
  await expect(row.getByRole("link")).toBeFocused();
  await expect(row).toBeInViewport();

  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/records?sort=name", "/records?bornTo=1960", "/records?standing=none"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    await expectAccessible(page);
  }
});
