import { defineConfig } from "@playwright/test";

/** What these stories change holds for every record of the country: the others have to be over. */
const CHANGES_ALL = "**/rules-room.spec.ts";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/server.ts",
  fullyParallel: true,
  workers: 2,
  // A story that passes only the second time has found something.
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  outputDir: "test-results",
  projects: [
    { name: "together", testMatch: "**/*.spec.ts", testIgnore: CHANGES_ALL },
    { name: "alone", testMatch: CHANGES_ALL, dependencies: ["together"] },
  ],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // A name that is not there is told soon, not at the end of the story.
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    // Both are told by the global setup, in the environment that every worker gets.
    baseURL: process.env.E2E_BASE_URL,
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      // Its sandbox can't be had as root nor in most containers; it opens nothing but our own pages.
      args: ["--no-sandbox"],
    },
  },
});
