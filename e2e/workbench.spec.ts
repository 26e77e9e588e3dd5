import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";
import { makeBench, row, takeNext, title, valueBox } from "./support/workbench";

test.describe.configure({ timeout: 120_000 });

test("a doubtful field takes two keys; the next task is there at once, and Ctrl+Z brings it back", async ({
  browser,
  owner,
}) => {
  const names = ["Nguyễn Thị Hoàn", "Nguyễn Thị Hoàm", "Nguyễn Thị Hoàk"];
  const { health } = await makeBench(
    browser,
    owner,
    names.map((fullName) => ({ fullName })),
  );
  const page = await signIn(browser, health);
  const ahead = page.waitForResponse(/\/tasks\/[0-9a-f-]+\?ahead=1/);
  await takeNext(page);
  await ahead;
  const first = (await title(page).textContent()) ?? "";
  await expect(row(page, "Họ và tên")).toBeFocused();
  await expect(page.getByText("chưa đạt ngưỡng")).toBeVisible();
  await expect(page.getByText("Chỉ cần làm rõ họ và tên là đủ để khớp.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("đã đạt ngưỡng")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(title(page)).not.toHaveText(first);
  await expect(row(page, "Họ và tên")).toBeFocused();
  await expect(page.getByText(/Hồ sơ TC-\d+ đã khớp, chờ ghi về nguồn/)).toBeVisible();
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]+$/);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Đã hoàn tác")).toBeVisible();
  await expect(title(page)).toHaveText(first);
});

test("what one had begun stands beside what a colleague has done since, and is seen by nobody else", async ({
  browser,
  owner,
}) => {
  // Two fields differ: the date alone does not settle it.
  const { health, colleague } = await makeBench(browser, owner, [
    { fullName: "Nguyễn Thị Hoàn", birthDate: "03/12/1985", person: { birthDate: "12/03/1985" } },
  ]);
  const mine = await signIn(browser, health);
  await takeNext(mine);
  const task = mine.url();
  await valueBox(mine, "họ và tên").fill("Nguyễn Thị Hoan");
  await expect(mine.getByText("Đã lưu nháp lúc")).toBeVisible();
  await mine.goto("/tasks/drafts");
  await expect(mine.getByText("Nguyễn Thị Hoàn")).toBeVisible();
  await expectAccessible(mine);
  // The laptop is closed, and the half hour goes by.
  await owner.query("update task set lease_until = now() - interval '1 minute' where id = $1", [
    task.split("/").at(-1),
  ]);

  const theirs = await signIn(browser, colleague);
  await theirs.goto(task);
  await expect(theirs.getByText("Bạn đang xử lý đến")).toBeVisible();
  await expect(valueBox(theirs, "họ và tên")).not.toHaveValue("Nguyễn Thị Hoan");
  await row(theirs, "Ngày sinh").getByRole("button", { name: "Lấy giá trị CSDLQG" }).click();
  await theirs.keyboard.press("Control+Enter");
  await expect(theirs.getByText(/vẫn chưa khớp/).first()).toBeVisible();
  await theirs.context().close();
  await owner.query("update task set lease_until = null, lease_by_id = null where id = $1", [
    task.split("/").at(-1),
  ]);

  await mine.goto(task);
  await expect(mine.getByText("Hồ sơ đã thay đổi sau khi bạn ghi nháp")).toBeVisible();
  await expect(mine.getByText(/Phạm Thị Khác vừa cập nhật hồ sơ này lúc/)).toBeVisible();
  const sides = mine.getByRole("table", { name: "Bản nháp của bạn bên cạnh hồ sơ bây giờ" });
  await expect(sides.getByRole("row", { name: /Họ và tên Nguyễn Thị Hoan/ })).toBeVisible();
  // What a colleague has changed stands there too, what both left alone doesn't, and it is seen first.
  await expect(
    sides.getByRole("row", { name: /Ngày sinh bạn chưa chọn 12\/03\/1985/ }),
  ).toBeVisible();
  await expect(sides.getByRole("row", { name: /Giới tính/ })).toHaveCount(0);
  await expect(mine.getByRole("region", { name: /đã thay đổi sau khi/ })).toBeFocused();
  await expectAccessible(mine);
  await mine.getByRole("button", { name: "Dùng bản nháp của tôi" }).click();
  await expect(valueBox(mine, "họ và tên")).toHaveValue("Nguyễn Thị Hoan");
  await expect(row(mine, "Họ và tên")).toBeFocused();
});

test("without a connection what is typed stays on the device, and is sent when it is back", async ({
  browser,
  owner,
}) => {
  const { health } = await makeBench(browser, owner, [{ fullName: "Nguyễn Thị Hoàn" }]);
  const page = await signIn(browser, health);
  await takeNext(page);
  await page.context().setOffline(true);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Đã lưu nháp trên máy này lúc")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Mất kết nối nên chưa gửi được")).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByText("Đã mở lại bản nháp bạn lưu lúc")).toBeVisible();
  await expect(row(page, "Họ và tên").getByText("lấy từ CSDLQG")).toBeVisible();
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/đã khớp, chờ ghi về nguồn/)).toBeVisible();
});

test("a number is shown in full for a purpose, which the log then holds", async ({
  browser,
  owner,
}) => {
  const { police } = await makeBench(browser, owner, [{ fullName: "Trần Văn Nam" }]);
  const page = await signIn(browser, police);
  await takeNext(page);
  await page.getByRole("button", { name: "xem", exact: true }).click();
  await row(page, "Số định danh").getByRole("button", { name: "Xem số đầy đủ" }).first().click();
  const ask = page.getByRole("dialog", { name: "Xem số định danh đầy đủ" });
  // Its own Esc, though it was opened from a row, whose Esc leaves a field.
  await ask.getByLabel("Đối chiếu với giấy tờ").focus();
  await page.keyboard.press("Escape");
  await expect(ask).toBeHidden();
  await row(page, "Số định danh").getByRole("button", { name: "Xem số đầy đủ" }).first().click();
  await ask.getByRole("button", { name: "Xem số" }).click();
  await expect(ask.getByText("Hãy chọn lý do cần xem số này.")).toBeVisible();
  await ask.getByLabel("Đối chiếu với giấy tờ").check();
  await ask.getByRole("button", { name: "Xem số" }).click();
  await expect(page.getByText(/Số đầy đủ: \d{12}/)).toBeVisible();
});
