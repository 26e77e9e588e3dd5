import type { Page } from "@playwright/test";
import {
  type MadeCommune,
  makeCommune,
  makeNation,
  makeOfficer,
  type Owner,
} from "@/prisma/factories/communes";
import { makePastUnit, makePredecessor } from "@/prisma/factories/past-units";
import { makePlainTask } from "@/prisma/factories/plain-tasks";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";

/** So many people with an open task past its day. */
async function addWork(owner: Owner, unit: MadeCommune, people: number): Promise<void> {
  for (let n = 0; n < people; n++) await makePlainTask(owner, unit);
  await owner.query("update task set due_on = current_date - 2 where unit_id = $1", [unit.id]);
}

/** Two communes of a province; the second came from two districts, mostly from the second. */
async function makeProvinceOfTwo(owner: Owner) {
  const one = await makeCommune(owner);
  const two = await makeCommune(owner, one.province);
  const past = await makePastUnit(owner, { level: "province", name: "Tỉnh Cũ" });
  const district = (name: string) => makePastUnit(owner, { level: "district", name, parent: past });
  const [north, south] = [await district("Huyện Bắc"), await district("Huyện Nam")];
  const oldName = `Xã Bến Xưa ${one.id}`;
  await makePredecessor(owner, north, { name: oldName, into: [one, two] });
  await makePredecessor(owner, south, { into: [two] });
  await makePredecessor(owner, south, { into: [two] });
  await addWork(owner, one, 2);
  await addWork(owner, two, 3);
  const leader = await makeOfficer(owner, { role: "leader", unit: one.province });
  return { one, two, leader, oldName };
}

/** Neither wide nor narrow has a finding of axe, and nothing is wider than a phone. */
async function lookAtBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(360);
  if (wide) await page.setViewportSize(wide);
}

test("a leader compares a commune with another one, found by an old name, and with itself", async ({
  browser,
  owner,
}) => {
  test.setTimeout(120_000);
  const { one, two, leader, oldName } = await makeProvinceOfTwo(owner);
  const page = await signIn(browser, leader);

  await test.step("the other unit is found without marks, by the name that it had", async () => {
    await page.goto(`/progress/compare?unit=${one.id}`);
    await lookAtBoth(page);
    await page
      .getByLabel("Tên đơn vị cần so sánh")
      .last()
      .fill(oldName.replace("Bến Xưa", "ben xua"));
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    const found = page.getByRole("list", { name: "Đơn vị tìm được" });
    await expect(found.getByRole("listitem")).toHaveCount(2);
    await lookAtBoth(page);
    await found.getByRole("link", { name: two.name }).click();
  });

  await test.step("figures stand side by side, and each opens its list", async () => {
    const open = page.getByRole("row", { name: "Còn phải xử lý", exact: false }).first();
    await expect(open.getByRole("cell")).toHaveText(["2", "3", "–"]);
    const overdue = page.getByRole("row", { name: /^Quá hạn/ });
    await expect(overdue.getByRole("cell").last()).toHaveText("0,0 điểm %");
    await lookAtBoth(page);
    await open.getByRole("link", { name: "3" }).click();
    await expect(page.getByText(`3 người · 0 mũi · ${two.name}`)).toBeVisible();
    await page.goBack();
  });

  await test.step("and so do two days of one unit, with what happened between", async () => {
    await page.getByRole("link", { name: "Hôm nay và 7 ngày trước" }).click();
    await expect(page.getByText("Chưa có số liệu trước ngày")).toBeVisible();
    const opened = page.getByRole("row", { name: /^Sai lệch mới phát sinh/ });
    await expect(opened.getByRole("cell").first()).toHaveText("2");
    await lookAtBoth(page);
    await page.getByLabel("Ngày đầu").fill("31/02/2026");
    await page.getByRole("button", { name: "So sánh hai ngày" }).click();
    await expect(page.getByText("Hãy ghi đủ hai ngày")).toBeVisible();
  });

  await test.step("what is out of reach is not there", async () => {
    const stranger = await makeCommune(owner);
    for (const address of [`unit=${stranger.id}`, `unit=${one.id}&with=${stranger.id}`]) {
      expect((await page.goto(`/progress/compare?${address}`))?.status()).toBe(404);
    }
  });
});

test("a leader reads the province by its districts of 2022, and a centre by its 63 provinces", async ({
  browser,
  owner,
}) => {
  test.setTimeout(120_000);
  const { two, leader } = await makeProvinceOfTwo(owner);
  const page = await signIn(browser, leader);
  await page.goto("/progress/groups");
  const south = page.getByRole("row", { name: /^Huyện Nam/ });
  await expect(south.getByRole("cell", { name: "3", exact: true }).first()).toBeVisible();
  await lookAtBoth(page);
  await south.getByRole("link", { name: "Huyện Nam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huyện Nam (Tỉnh Cũ)");
  await expect(page.getByText("một phần từ Huyện Bắc")).toBeVisible();
  await lookAtBoth(page);
  await page.getByRole("link", { name: two.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(two.name);

  const centre = await makeOfficer(owner, { role: "leader", unit: await makeNation(owner) });
  const wide = await signIn(browser, centre);
  await wide.goto("/progress/groups");
  await expect(
    wide.getByRole("heading", { name: "Bản đồ 63 tỉnh, thành phố năm 2022" }),
  ).toBeVisible();
  await wide.getByText(/đơn vị chưa có hồ sơ/).click();
  await expect(wide.getByRole("link", { name: "Tỉnh Bình Dương", exact: true })).toBeVisible();
  await lookAtBoth(wide);
});
