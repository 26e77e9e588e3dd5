import { expectAccessible } from "./support/accessible";
import { expect as atOnce, test } from "./support/fixtures-base";
import { makeList, nameAt, rows } from "./support/listed";
import { signIn } from "./support/sign-in";

// A machine that builds and tests at the same time takes its time for a step that writes.
const expect = atOnce.configure({ timeout: 25_000 });
test.beforeEach(() => test.setTimeout(150_000));

test("an officer filters and sorts the list, all of it in its address, also without script", async ({
  browser,
  owner,
}) => {
  const { health } = await makeList(owner);
  const page = await signIn(browser, health);
  await page.goto("/tasks");
  await expect(nameAt(page, 1)).toHaveText("Nguyễn Thị Hòa");
  const quick = page.getByRole("navigation", { name: "Xem nhanh" });
  await expect(quick.getByRole("link", { name: "Tất cả 120" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await quick.getByRole("link", { name: "Quá hạn 1" }).click();
  await expect(page).toHaveURL(/overdue=1/);
  await expect(rows(page)).toHaveCount(2);
  await page.goto("/tasks");
  await page.getByRole("combobox", { name: "Thôn/tổ" }).selectOption("Ấp 3");
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(/hamlet=/);
  await expect(page.getByText("40 nhiệm vụ", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("columnheader", { name: "Họ và tên" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Họ và tên" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const address = page.url();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto(address);
  await expect(bare.getByText("40 nhiệm vụ", { exact: true })).toBeVisible();
});

test("a person is found by name, digits and code, and their name is in no address", async ({
  browser,
  owner,
}) => {
  const { health } = await makeList(owner);
  const page = await signIn(browser, health);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  await page.goto("/tasks");
  const field = page.getByRole("searchbox", { name: "Tìm theo tên, số hoặc mã hồ sơ" });
  await field.fill("nguyen thi hoa");
  await field.press("Enter");
  await expect(page.getByText("Kết quả tìm “nguyen thi hoa”")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(nameAt(page, 1)).toHaveText("Nguyễn Thị Hòa");
  await field.fill("Nguyễn Thị Hóa");
  await field.press("Enter");
  await expect(page.getByText("Không tìm thấy nhiệm vụ đang mở nào.")).toBeVisible();
  await expectAccessible(page);
  await field.fill("12");
  await field.press("Enter");
  await expect(page.getByText("Cần ít nhất 4 chữ số cuối để tìm theo số.")).toBeVisible();
  await page.goto("/records");
  await page.getByRole("searchbox").fill("van an");
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("link", { name: "Lê Văn An" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lê Văn An");
  await expectAccessible(page);
  expect(addresses.filter((url) => /hoa|hóa|hòa|lê văn|van an/i.test(url))).toEqual([]);
  expect(await page.title()).not.toContain("An");
});

test("a view is kept, opens first, and is the officer's alone", async ({ browser, owner }) => {
  const { health, police } = await makeList(owner);
  const page = await signIn(browser, health);
  await page.goto("/tasks?view=unit&mainClass=typo&sort=name&direction=desc");
  await page.getByText("Chế độ xem", { exact: true }).click();
  await page.getByLabel("Tên chế độ xem").fill("Tên sai, từ cuối");
  await page.getByRole("button", { name: "Lưu chế độ xem" }).click();
  await expect(page.getByRole("link", { name: "Tên sai, từ cuối" })).toBeVisible();
  await page.goto("/tasks/views");
  await page.getByRole("button", { name: "Mở đầu tiên: Tên sai, từ cuối" }).click();
  await expect(
    page.getByRole("button", { name: "Thôi mở đầu tiên: Tên sai, từ cuối" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.goto("/tasks");
  await expect(page).toHaveURL(/mainClass=typo.*sort=name/);
  const other = await signIn(browser, police);
  await other.goto("/tasks/views");
  await expect(other.getByText("Bạn chưa lưu chế độ xem nào.")).toBeVisible();
});

test("columns and density stay for the next time", async ({ browser, owner }) => {
  const { health } = await makeList(owner);
  const page = await signIn(browser, health);
  await page.goto("/tasks");
  await page.getByText("Cột", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Mã hồ sơ" }).check();
  await page.getByRole("button", { name: "Áp dụng" }).click();
  await expect(page.getByRole("columnheader", { name: "Mã hồ sơ" })).toBeVisible();
  await page.goto("/tasks?view=mine");
  await page.goto("/tasks");
  await expect(page.getByRole("columnheader", { name: "Mã hồ sơ" })).toBeVisible();
});

test("coming back from a task finds the same page and row, as they are now", async ({
  browser,
  owner,
}) => {
  const { health, commune } = await makeList(owner);
  const page = await signIn(browser, health);
  await page.goto("/tasks?view=unit&sort=name");
  await page.getByRole("link", { name: "Trang sau" }).click();
  await expect(page).toHaveURL(/after=/);
  const address = page.url();
  const link = nameAt(page, 40);
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await owner.query(
    "update task set unread_return = true from record r where r.id = task.record_id and r.full_name = $1 and task.unit_path = $2",
    [name, commune.path],
  );
  await page
    .getByRole("navigation", { name: "Danh sách nhiệm vụ" })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(address);
  const row = rows(page).filter({ hasText: name });
  await expect(row.getByRole("link")).toBeFocused();
  await expect(row).toBeInViewport();
  await expect(row.getByText("Bị trả lại")).toBeVisible();
  await row.getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(row).toBeInViewport();
});

test("whoever looks after the area assigns all that a filter finds, and is told what stays out", async ({
  browser,
  owner,
}) => {
  const { coordinator } = await makeList(owner);
  const page = await signIn(browser, coordinator);
  await page.goto("/tasks?view=all&mainClass=typo");
  await expect(page.getByText("Với tất cả 60 nhiệm vụ đang lọc:")).toBeVisible();
  await page.getByRole("button", { name: "Phân công" }).click();
  await expect(page).toHaveURL(/tasks\/assign\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await page.getByRole("checkbox", { name: "Chọn Nguyễn Thị Hòa" }).check();
  await expect(page.getByText("Đã chọn 1 dòng")).toBeVisible();
});
