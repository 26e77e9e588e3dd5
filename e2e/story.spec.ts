import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { signIn } from "./support/sign-in";
import { PLACE, readList, writeStoryList, writeStoryRegistry } from "./support/story-files";
import { loadStoryRegistry, makeStoryOfficers } from "./support/story-officers";

/** The figure on the leader's page under a label; none is shown before the first record. */
async function figure(page: Page, label: string): Promise<number> {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tiến độ");
  const text = (await page.getByRole("main").textContent()) ?? "";
  const found = new RegExp(`${label}([\\d.]+)`).exec(text)?.[1] ?? "0";
  return Number(found.replaceAll(".", ""));
}

test("a list comes in, what differs is settled by two agencies, and goes back corrected", async ({
  browser,
}, testInfo) => {
  test.setTimeout(180_000);
  const list = testInfo.outputPath("Danh sách phường 1.xlsx");
  const registry = testInfo.outputPath("registry.csv");
  await writeStoryList(list);
  await writeStoryRegistry(registry);
  const officers = await makeStoryOfficers();
  await loadStoryRegistry(registry);

  const leader = await signIn(browser, officers.leader);
  await leader.goto("/progress");
  const before = await figure(leader, "Đã sửa và ghi về nguồn");

  const coordinator = await signIn(browser, officers.coordinator);
  await test.step("the coordinator imports the list and sees what came of it", async () => {
    await coordinator.goto("/imports");
    await coordinator.getByLabel("Tệp danh sách").setInputFiles(list);
    await coordinator.getByRole("button", { name: "Tải lên và đối sánh" }).click();
    await expect(coordinator.getByText("Đã đối sánh xong")).toBeVisible({ timeout: 60_000 });
    const wrong = coordinator.getByRole("row").filter({ hasText: "Ngày sinh" });
    await expect(wrong).toContainText("không có thật");
    await expectAccessible(coordinator);
    await coordinator.getByRole("link", { name: "Xem kết quả đối sánh" }).click();
    await expect(coordinator.getByRole("main")).toContainText(
      "Tổng cộng 2 hồ sơ từng bị báo lệch nay đã khớp",
    );
    await expectAccessible(coordinator);
  });

  const police = await signIn(browser, officers.police);
  await test.step("police say who the person without a number is, and hand over", async () => {
    await police.goto("/tasks");
    await police.getByRole("link", { name: "Đặng Thị Thu Hường" }).click();
    await expect(police.getByText("Bạn đang xử lý đến")).toBeVisible();
    await expectAccessible(police);
    const number = police.getByRole("row", { name: "Số định danh" });
    await number.getByRole("button", { name: "Lấy giá trị CSDLQG" }).click();
    await police.getByRole("button", { name: "Xác nhận đúng người" }).click();
    await expect(police.getByText(/Đã xác nhận hồ sơ TC-/)).toBeVisible();
    await police.goto("/handovers");
    await police.getByRole("link", { name: "Chọn và xem danh sách" }).click();
    await police.getByRole("button", { name: /^Xem danh sách \d+ hồ sơ/ }).click();
    await police.getByRole("button", { name: "Ký bàn giao" }).click();
    await expect(police.getByText(/Đã ký danh sách số 1/)).toBeVisible();
    await expectAccessible(police);
    await police.goto("/handovers");
    await police.getByRole("table").getByRole("link").first().click();
    await expect(police.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
    await expectAccessible(police);
  });

  const health = await signIn(browser, officers.health);
  await test.step("health settles a differing month in three keys", async () => {
    await health.goto("/tasks");
    await health.getByRole("link", { name: "Trần Văn Bình" }).click();
    await expect(health.getByRole("row", { name: "Ngày sinh" })).toBeFocused();
    await expectAccessible(health);
    await health.keyboard.press("ArrowRight");
    await health.keyboard.press("Control+Enter");
    await expect(health.getByText(/đã khớp, chờ ghi về nguồn/)).toBeVisible();
  });

  await test.step("health receives the list and updates what police confirmed", async () => {
    await health.goto("/handovers");
    await health.getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(health.getByText(/Đã tiếp nhận danh sách số 1/)).toBeVisible();
    await health.goto("/tasks");
    await health.getByRole("link", { name: "Đặng Thị Thu Hường" }).click();
    await expect(health.getByText("Công an đã xác nhận danh tính")).toBeVisible();
    await health.getByRole("button", { name: "Gửi và sang hồ sơ tiếp" }).click();
    await expect(health.getByText(/đã khớp, chờ ghi về nguồn/)).toBeVisible();
  });

  await test.step("the corrected rows go back in the columns they came in", async () => {
    await coordinator.goto("/tasks/publications");
    await coordinator.getByRole("button", { name: "Tạo tệp ghi về nguồn" }).click();
    const download = coordinator.waitForEvent("download");
    await coordinator.getByRole("link", { name: "Tải tệp" }).first().click();
    const file = testInfo.outputPath("da-sua.xlsx");
    await (await download).saveAs(file);
    const rows = await readList(file);
    expect(rows[0]?.[1]).toBe("Mã đối tượng");
    const byId = new Map(rows.slice(1).map((row) => [row[1], row]));
    expect(byId.get("DT-D")?.[3]).toBe("01/05/1985");
    expect(byId.get("DT-E")?.[6]).toBe("072168000105");
    expect(byId.get("DT-C")?.[6]).toBe("072090000103");
    expect(byId.has("DT-A")).toBe(false);
    await coordinator.getByRole("button", { name: "Đánh dấu đã nạp ở nguồn" }).first().click();
    await expect(coordinator.getByText("2 nhiệm vụ đã đóng")).toBeVisible();
    await expectAccessible(coordinator);
  });

  await test.step("the leader sees the figure move, and the list behind it without names", async () => {
    await leader.goto("/progress");
    expect(await figure(leader, "Đã sửa và ghi về nguồn")).toBe(before + 2);
    await expectAccessible(leader);
    await leader
      .getByRole("link", { name: `${before + 2} người` })
      .first()
      .click();
    await expect(leader.getByRole("row").filter({ hasText: PLACE.communeToday })).toHaveCount(2);
    await expect(leader.getByRole("main")).toContainText(/TC-\d+/);
    await expect(leader.getByRole("main")).not.toContainText("Trần Văn Bình");
    await expectAccessible(leader);
  });
});
