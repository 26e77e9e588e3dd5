import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const project = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const DATABASE_TESTS = "**/*.db.test.ts";
const NO_SOURCE = ["**/node_modules/**", "**/.next/**", ".data/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: project("./") },
      // Empty, as it is for the server in a build: tests are no browser.
      { find: "server-only", replacement: project("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NO_SOURCE, DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [DATABASE_TESTS],
          exclude: NO_SOURCE,
          globalSetup: "scripts/testing/vitest-server.ts",
          setupFiles: "scripts/testing/vitest-clone.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
