import type { Page } from "@playwright/test";

/** As UniKey types: a letter that changes the one before it comes as backspaces ("<") and new letters. */
export async function typeLikeUniKey(page: Page, presses: readonly string[]): Promise<void> {
  for (const press of presses) {
    const [, back = "", text = ""] = /^(<*)(.*)$/s.exec(press) ?? [];
    for (const _ of back) await page.keyboard.press("Backspace");
    // A plain letter is a key of the keyboard; one with marks comes without a key.
    if (/^[\x20-\x7f]$/.test(text)) await page.keyboard.press(text === " " ? "Space" : text);
    else await page.keyboard.insertText(text);
  }
}
