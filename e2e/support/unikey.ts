import type { Page } from "@playwright/test";

/** As UniKey types: a letter that changes the one before it comes as backspaces ("<") and new letters. */
export async function typeLikeUniKey(page: Page, presses: readonly string[]): Promise<void> {
  for (const press of presses) {
    const [, back = "", text = ""] = /^(<*)(.*)$/s.exec(press) ?? [];
    for (const _ of back) await page.keyboard.press("Backspace");
    await page.keyboard.insertText(text);
  }
}
