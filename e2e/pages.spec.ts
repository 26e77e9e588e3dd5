import { expect, test } from "@playwright/test";
import type { Role } from "@/lib/domain/access/roles";
import { expectAccessible } from "./support/accessible";
import { openAs } from "./support/open-as";

/** Every page that a role reaches from its rail and one step further, empty as on the first day. */
const PAGES: Record<Role, readonly string[]> = {
  admin: [
    "/home",
    "/officers",
    "/officers/new",
    "/officers/import",
    "/tasks/approvals/settings",
    "/reminders/settings",
    "/units",
    "/audit",
    "/account",
  ],
  coordinator: [
    "/home",
    "/tasks",
    "/tasks/views",
    "/records",
    "/records/views",
    "/tasks/residence",
    "/tasks/publications",
    "/tasks/approvals",
    "/tasks/approvals/quality",
    "/imports",
    "/matching",
    "/matching/new",
    "/matching/groups",
    "/matching/rules",
    "/matching/rules/reports",
    "/progress",
    "/handovers",
    "/officers",
  ],
  health: [
    "/home",
    "/reminders",
    "/account",
    "/tasks",
    "/records",
    "/tasks/reports",
    "/practice",
    "/help",
    "/handovers",
    "/progress",
    "/units",
    "/field",
  ],
  police: [
    "/home",
    "/tasks",
    "/tasks/drafts",
    "/practice",
    "/tasks/approvals",
    "/handovers",
    "/progress",
    "/units",
    "/field",
  ],
  hamlet: ["/home", "/tasks", "/records", "/practice", "/units", "/field", "/offline"],
  leader: [
    "/home",
    "/progress",
    "/progress/list",
    "/progress/list?quality=report.open",
    "/progress/reports",
    "/progress/compare",
    "/progress/groups",
    "/units",
    "/help",
  ],
  auditor: ["/home", "/audit", "/units"],
};

for (const [role, paths] of Object.entries(PAGES) as [Role, readonly string[]][]) {
  test(`every page of the role ${role} opens, names itself and has no finding of axe`, async ({
    browser,
  }) => {
    // A dozen pages, each looked at by axe, on a machine that may have more to do.
    test.setTimeout(180_000);
    const page = await openAs(browser, role);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
  });
}

test("a phone, the dark theme and English have no finding of axe either", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await openAs(browser, "health", {
    viewport: { width: 360, height: 740 },
    colorScheme: "dark",
  });
  for (const path of [
    "/home",
    "/tasks",
    "/reminders",
    "/account",
    "/help",
    "/practice",
    "/field",
    "/progress",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(360);
  }
  await page.getByLabel(/Tài khoản của/).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Progress");
  await page.goto("/tasks");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tasks of the health station");
  await expectAccessible(page);
});

test("what is seen before signing in has no finding of axe, and a used link says what to do", async ({
  page,
}) => {
  await page.goto("/tasks");
  await expect(page).toHaveURL(/sign-in/);
  await expectAccessible(page);
  await page.goto("/welcome/a-link-that-was-never-made-by-anyone");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
});

test("an officer's own page has no finding of axe", async ({ browser }) => {
  const page = await openAs(browser, "admin");
  await page.goto("/officers");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/officers\/[0-9a-f-]{36}/);
  await expectAccessible(page);
});
