import type { Browser, CDPSession, Page } from "@playwright/test";
import { type MadeOfficer, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import type { OwnerConnection } from "@/prisma/factories/database";
import type { ListPerson } from "@/prisma/factories/lists";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";
import { typeLikeUniKey } from "./support/unikey";

interface Bench {
  health: MadeOfficer;
  colleague: MadeOfficer;
  police: MadeOfficer;
}

/** A station with two health workers and records that differ from the registry by what is given. */
async function makeBench(
  browser: Browser,
  owner: OwnerConnection,
  slips: readonly Partial<ListPerson>[],
): Promise<Bench> {
  const unit = await makeCommune(owner);
  const officer = (role: "health" | "police" | "coordinator", fullName: string) =>
    makeOfficer(owner, { role, unit: role === "coordinator" ? unit.province : unit, fullName });
  const lines = [];
  for (const [at, slip] of slips.entries()) {
    const person = inventPerson();
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

async function takeNext(page: Page): Promise<void> {
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Nhận việc tiếp theo" }).click();
  // The first page of a task on a machine that has more to do.
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible({ timeout: 30_000 });
}

test.describe.configure({ timeout: 120_000 });

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const valueBox = (page: Page, field: string) => page.getByLabel(`Giá trị sau khi sửa của ${field}`);
const row = (page: Page, field: string) => page.getByRole("row", { name: new RegExp(`^${field}`) });

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

/** Enter as a browser reports it while an input method holds the key. */
async function pressHeldEnter(session: CDPSession): Promise<void> {
  const key = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

test("a name typed under an input method is what was meant, and no key of it is a command", async ({
  browser,
  owner,
}) => {
  const { health } = await makeBench(browser, owner, [{ fullName: "Nguyễn Thị Hoàn" }]);
  const page = await signIn(browser, health);
  await takeNext(page);
  const name = valueBox(page, "họ và tên");

  await test.step("letters and backspaces on the row do nothing", async () => {
    await typeLikeUniKey(page, ["t", "<", "1"]);
    await expect(row(page, "Họ và tên")).toBeFocused();
    await expect(page.getByText("chưa chọn", { exact: true })).toBeVisible();
  });

  await test.step("retyped with backspaces, as UniKey does", async () => {
    await page.keyboard.press("Enter");
    await expect(name).toBeFocused();
    await name.fill("");
    await typeLikeUniKey(page, [
      "N",
      "g",
      "u",
      "y",
      "e",
      "<ê",
      "<ễ",
      "n",
      " ",
      "T",
      "h",
      "i",
      "<ị",
    ]);
    await expect(name).toHaveValue("Nguyễn Thị");
    await expect(name).toBeFocused();
  });

  await test.step("under composition, whose Enter sends nothing", async () => {
    const session = await page.context().newCDPSession(page);
    for (const text of ["H", "Ho", "Hò", "Hòa"]) {
      await session.send("Input.imeSetComposition", {
        text: ` ${text}`,
        selectionStart: text.length + 1,
        selectionEnd: text.length + 1,
      });
    }
    await pressHeldEnter(session);
    await session.send("Input.insertText", { text: " Hòa" });
    await expect(name).toHaveValue("Nguyễn Thị Hòa");
    await page.keyboard.press("Enter");
    await expect(name).toBeFocused();
  });

  await test.step("capitals and keys of a method that was off are offered as they were meant", async () => {
    await name.fill("NGUYEENX THIJ HOAF");
    await page.getByRole("button", { name: "Dùng Nguyễn Thị Hòa" }).click();
    await expect(name).toHaveValue("Nguyễn Thị Hòa");
  });
});

test("a number of eleven digits is held back, with the zero that was lost at hand", async ({
  browser,
  owner,
}) => {
  const { health } = await makeBench(browser, owner, [{ fullName: "Nguyễn Thị Hoàn" }]);
  const page = await signIn(browser, health);
  await takeNext(page);
  await page.getByRole("button", { name: "xem", exact: true }).click();
  const number = valueBox(page, "số định danh");
  await number.fill("79185001234");
  await expect(page.getByText(/bạn mới nhập 11 chữ số/)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(number).toBeFocused();
  await expect(page.getByText("Bạn đang xử lý đến")).toBeVisible();
  await page.getByRole("button", { name: "Dùng 079185001234" }).click();
  await expect(number).toHaveValue("079185001234");
  await expect(page.getByText(/bạn mới nhập/)).toBeHidden();
  await expectAccessible(page);
});

test("what one had begun stands beside what a colleague has done since, and is seen by nobody else", async ({
  browser,
  owner,
}) => {
  // Two fields differ: one of them alone does not settle it.
  const { health, colleague } = await makeBench(browser, owner, [
    { fullName: "Nguyễn Thị Hoàn", birthDate: "01/01/1950" },
  ]);
  const mine = await signIn(browser, health);
  await takeNext(mine);
  const task = mine.url();
  await valueBox(mine, "ngày sinh").fill("02/02/1952");
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
  await expect(valueBox(theirs, "ngày sinh")).not.toHaveValue("02/02/1952");
  await row(theirs, "Họ và tên").getByRole("button", { name: "Lấy giá trị CSDLQG" }).click();
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
  await expect(sides.getByRole("row", { name: /Ngày sinh 02\/02\/1952/ })).toBeVisible();
  await expectAccessible(mine);
  await mine.getByRole("button", { name: "Dùng bản nháp của tôi" }).click();
  await expect(valueBox(mine, "ngày sinh")).toHaveValue("02/02/1952");
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
  await ask.getByRole("button", { name: "Xem số" }).click();
  await expect(ask.getByText("Hãy chọn lý do cần xem số này.")).toBeVisible();
  await ask.getByLabel("Đối chiếu với giấy tờ").check();
  await ask.getByRole("button", { name: "Xem số" }).click();
  await expect(page.getByText(/Số đầy đủ: \d{12}/)).toBeVisible();
});
