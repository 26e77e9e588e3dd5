import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/support/server.ts",
  fullyParallel: true,
  workers: 2,
  // A story that passes only the second time has found something.
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  outputDir: "test-results",
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
