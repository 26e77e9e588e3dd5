import { type Browser, expect, type Page } from "@playwright/test";
import { type MadeOfficer, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import type { OwnerConnection } from "@/prisma/factories/database";
import type { ListPerson } from "@/prisma/factories/lists";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { importList, listLine } from "./import-list";
import { signIn } from "./sign-in";

interface Bench {
  health: MadeOfficer;
  colleague: MadeOfficer;
  police: MadeOfficer;
}

/** How a record differs from its person, and what the person is besides being invented. */
interface Slip extends Partial<ListPerson> {
  person?: { birthDate: string };
}

/** A station with two health workers and records that differ from the registry by what is given. */
export async function makeBench(
  browser: Browser,
  owner: OwnerConnection,
  slips: readonly Slip[],
): Promise<Bench> {
  const unit = await makeCommune(owner);
  const officer = (role: "health" | "police" | "coordinator", fullName: string) =>
    makeOfficer(owner, { role, unit: role === "coordinator" ? unit.province : unit, fullName });
  const lines = [];
  for (const [at, { person: known, ...slip }] of slips.entries()) {
    const person = { ...inventPerson(), ...known };
    await makePerson(owner, person);
    const { fullName, birthDate, idNumber } = person;
    const plain = { fullName, birthDate, idNumber };
    lines.push(listLine(unit, { ...plain, ...slip, sourceId: `B-${at}-${idNumber}` }));
  }
  const page = await signIn(browser, await officer("coordinator", "Hồ Thị Điều"));
  await importList(page, lines);
  await page.context().close();
  return {
    health: await officer("health", "Lý Thị Trạm"),
    colleague: await officer("health", "Phạm Thị Khác"),
    police: await officer("police", "Trịnh Văn An"),
  };
}

export async function takeNext(page: Page): Promise<void> {
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Nhận việc tiếp theo" }).click();
  // The first page of a task on a machine that has more to do.
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible({ timeout: 30_000 });
}

export const title = (page: Page) => page.getByRole("heading", { level: 1 });
export const valueBox = (page: Page, field: string) =>
  page.getByLabel(`Giá trị sau khi sửa của ${field}`);
export const row = (page: Page, field: string) =>
  page.getByRole("row", { name: new RegExp(`^${field}`) });
