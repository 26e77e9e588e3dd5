import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";

/** Presses a link that downloads, and gives the file's name and place. */
async function download(page: Page, name: string): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

async function figureIn(path: string, figure: string): Promise<unknown> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const found: unknown[] = [];
  workbook.getWorksheet("Tổng hợp")?.eachRow((row) => {
    if (row.getCell(1).value === figure) found.push(row.getCell(2).value);
  });
  return found[0];
}

test("a leader writes the report of a week, which stays as it was", async ({ browser, owner }) => {
  test.setTimeout(180_000);
  const commune = await makeCommune(owner);
  const { province } = commune;
  const coordinator = await makeOfficer(owner, { role: "coordinator", unit: province });
  const leader = await makeOfficer(owner, { role: "leader", unit: province });
  const importer = await signIn(browser, coordinator);
  const person = (sourceId: string) => ({ sourceId, fullName: "Trần Văn Lạ", birthDate: "" });
  await importList(importer, [listLine(commune, person(`R-${commune.id}-1`))]);

  const page = await signIn(browser, leader);
  await test.step("the figures are taken when the button is pressed", async () => {
    await page.goto("/progress/reports");
    await expect(page.getByText("Chưa có báo cáo nào")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tháng này" }).click();
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await expect(page.getByText("Đã lập báo cáo số 1.")).toBeVisible();
    await expect(page.getByText("Số: 1/BC-TCT", { exact: true })).toBeVisible();
    await expect(page.getByText(/còn 1 người \(1 mũi\) phải xử lý/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("it is a Word file and a workbook too", async () => {
    const word = await download(page, "Tải bản Word");
    expect(word.name).toMatch(/^bao-cao-tien-do-1-\d{4}\.docx$/);
    expect((await readFile(word.path)).subarray(0, 2).toString()).toBe("PK");
    const sheets = await download(page, "Tải bảng tính");
    expect(await figureIn(sheets.path, "Còn phải xử lý")).toBe(1);
  });

  await test.step("what comes later is in the next report, not in this one", async () => {
    await importList(importer, [listLine(commune, person(`R-${commune.id}-2`))]);
    await page.reload();
    await expect(page.getByText(/còn 1 người \(1 mũi\) phải xử lý/)).toBeVisible();
    await page.goto("/progress/reports");
    await page.getByLabel("Từ ngày").fill("31/02/2026");
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await expect(page.getByText("Hãy ghi ngày theo dạng").first()).toBeVisible();
    await page.getByRole("button", { name: "Tuần này" }).click();
    await page.getByRole("button", { name: "Lập báo cáo" }).click();
    await expect(page.getByText(/còn 2 người \(2 mũi\) phải xử lý/)).toBeVisible();
    await page.getByRole("link", { name: "Báo cáo định kỳ" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    await expectAccessible(page);
  });
});
