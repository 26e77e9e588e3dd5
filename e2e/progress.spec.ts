import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";

test("a leader watches figures move, follows one to its list and sets a target", async ({
  browser,
  owner,
}) => {
  const commune = await makeCommune(owner);
  const listed = ["Trần Văn Một", "Lê Thị Hai", "Phạm Văn Ba"].map((fullName) => ({ fullName }));
  const people = await makeListed(owner, commune, listed);
  const leader = await makeOfficer(owner, { role: "leader", unit: commune.province });
  const page = await signIn(browser, leader);
  const main = page.getByRole("main");

  await test.step("the province, and its commune one step below", async () => {
    await page.goto("/progress");
    await expect(main).toContainText("Còn 3 người");
    await expect(main).toContainText("Chưa đủ dữ liệu để dự báo");
    await expectAccessible(page);
    await page.getByRole("link", { name: commune.name }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(commune.name);
    await expectAccessible(page);
  });

  await test.step("what is settled elsewhere is seen here without asking", async () => {
    await expect(page.getByText("Số liệu tự cập nhật")).toBeVisible();
    await owner.query("update task set state = 'closed', resolution = 'corrected' where id = $1", [
      people[0]?.taskId,
    ]);
    await expect(main).toContainText("Còn 2 người", { timeout: 10_000 });
  });

  await test.step("a figure opens its list, which names nobody", async () => {
    await page.getByRole("link", { name: "2 người" }).first().click();
    await expect(page.getByRole("row").filter({ hasText: commune.name })).toHaveCount(2);
    await expect(main).toContainText("2 người · 0 mũi");
    await expect(main).not.toContainText("Lê Thị Hai");
    await page.goBack();
  });

  await test.step("a target holds at once, and can be taken back", async () => {
    await expect(main).toContainText("Đơn vị chưa được giao chỉ tiêu.");
    await page.getByText("Đặt chỉ tiêu cho đơn vị này").click();
    await page.getByLabel("Xong trước hết ngày").fill("31/12/2098");
    await page.getByRole("button", { name: "Giao chỉ tiêu" }).click();
    await expect(main).toContainText("Chỉ tiêu của đơn vị: đến hết ngày 31/12/2098");
    await page.getByRole("button", { name: "Bỏ chỉ tiêu này" }).click();
    await expect(main).toContainText("Đơn vị chưa được giao chỉ tiêu.");
  });
});
