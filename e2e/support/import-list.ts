import { expect, type Page } from "@playwright/test";
import type { MadeCommune } from "@/prisma/factories/communes";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";

/** Someone of a commune in a list of the platform, with one dose. */
export function listLine(commune: MadeCommune, person: ListPerson): ListPerson {
  return {
    sex: "Nữ",
    provinceName: commune.province.name,
    communeName: commune.name,
    doses: [{ date: "05/08/2021", vaccine: "AstraZeneca" }],
    ...person,
  };
}

/** A coordinator's page uploads a list of today's units, and waits until it has been compared. */
export async function importList(page: Page, people: readonly ListPerson[]): Promise<void> {
  const buffer = Buffer.from(await csvFile(listRows([...people])).arrayBuffer());
  await page.goto("/imports");
  const file = { name: "danh-sach.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("Tệp danh sách").setInputFiles(file);
  await page.getByRole("radio", { name: /hiện nay|từ 01\/07\/2025/ }).check();
  await page.getByRole("button", { name: "Tải lên và đối sánh" }).click();
  await expect(page.getByText("Đã đối sánh xong")).toBeVisible({ timeout: 60_000 });
}
