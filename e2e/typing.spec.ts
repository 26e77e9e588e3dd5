import type { CDPSession } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";
import { typeLikeUniKey } from "./support/unikey";
import { makeBench, row, takeNext, valueBox } from "./support/workbench";

test.describe.configure({ timeout: 120_000 });

/** A key as a browser reports it while an input method holds it. */
async function pressHeld(session: CDPSession, code: "Enter" | "Escape"): Promise<void> {
  const key = { key: "Process", code, windowsVirtualKeyCode: 229 };
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

  await test.step("under composition, whose Enter sends nothing and whose Esc leaves nothing", async () => {
    const session = await page.context().newCDPSession(page);
    for (const text of ["H", "Ho", "Hò", "Hòa"]) {
      await session.send("Input.imeSetComposition", {
        text: ` ${text}`,
        selectionStart: text.length + 1,
        selectionEnd: text.length + 1,
      });
    }
    await pressHeld(session, "Enter");
    await pressHeld(session, "Escape");
    await expect(name).toBeFocused();
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
