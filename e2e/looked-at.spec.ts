import type { Page } from "@playwright/test";
import { makeCommune, makeOfficer, type Owner } from "@/prisma/factories/communes";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";

const NAME = "Nguyễn Thị Hoàn";

/** A health station with one task, on the list of one of its two officers. */
async function makeStation(owner: Owner) {
  const commune = await makeCommune(owner);
  const officer = (fullName: string) =>
    makeOfficer(owner, { role: "health", unit: commune, fullName });
  const person = inventPerson();
  await makePerson(owner, person);
  const { sex: _, ...line } = { ...person, sourceId: `L-${person.idNumber}`, fullName: NAME };
  return {
    commune,
    lines: [listLine(commune, line)],
    health: await officer("Lý Thị Trạm"),
    coordinator: await makeOfficer(owner, { role: "coordinator", unit: commune.province }),
    addNurse: () => officer("Đỗ Thị Mới"),
  };
}

async function openTask(page: Page): Promise<void> {
  await page.goto("/tasks?view=unit");
  await page.getByRole("link", { name: NAME }).click();
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
}

test("who only looks at a colleague's task gives it back by leaving the page", async ({
  browser,
  owner,
}) => {
  test.setTimeout(120_000);
  const { commune, lines, health, coordinator, addNurse } = await makeStation(owner);
  await importList(await signIn(browser, coordinator), lines);
  const nurse = await addNurse();
  const page = await signIn(browser, nurse);
  const standing = async () => {
    const { rows } = await owner.query(
      "select assignee_id as list, lease_by_id as open from task where unit_id = $1",
      [commune.id],
    );
    return rows[0];
  };
  const back = { list: health.officerId, open: null };
  const taken = { list: nurse.officerId, open: nurse.officerId };
  expect(await standing()).toEqual(back);

  await test.step("by a link of the portal", async () => {
    await openTask(page);
    await expectAccessible(page);
    expect(await standing()).toEqual(taken);
    await page.getByRole("link", { name: "Danh sách nhiệm vụ" }).click();
    await expect.poll(standing).toEqual(back);
  });

  await test.step("by closing the tab, or another address in it", async () => {
    await openTask(page);
    expect(await standing()).toEqual(taken);
    await page.goto("about:blank");
    await expect.poll(standing).toEqual(back);
  });

  await test.step("not by loading the page again", async () => {
    await openTask(page);
    for (let times = 0; times < 3; times++) {
      await page.reload();
      await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
    }
    expect(await standing()).toEqual(taken);
  });

  await test.step("not where something has been chosen or typed", async () => {
    await page.getByLabel("Giá trị sau khi sửa của Họ và tên").fill("Nguyễn Thị Hoàng");
    await page.goto("about:blank");
    await page.goto("/tasks?view=mine");
    await expect(page.getByRole("link", { name: NAME })).toBeVisible();
    expect(await standing()).toEqual(taken);
  });
});
