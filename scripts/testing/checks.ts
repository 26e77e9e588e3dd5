import {
  type PlaywrightReport,
  type Tally,
  tallyOfPlaywright,
  tallyOfVitest,
  type VitestReport,
} from "./tally";

export const CHECK_NAMES = ["format", "lint", "types", "pure", "db", "stories"] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** One program of the test run. Without a report it counts as one test: it passes or it fails. */
export interface Check {
  name: CheckName;
  /** Its script below node_modules. */
  script: string;
  args: (reportFile: string) => string[];
  tally?: (report: unknown) => Tally;
}

function vitest(name: "pure" | "db"): Check {
  const reporters = ["--reporter=default", "--reporter=json"];
  return {
    name,
    script: "vitest/vitest.mjs",
    args: (file) => [
      "run",
      "--project",
      name,
      "--passWithNoTests",
      ...reporters,
      `--outputFile.json=${file}`,
    ],
    tally: (report) => tallyOfVitest(report as VitestReport),
  };
}

export const CHECKS: Record<CheckName, Check> = {
  format: {
    name: "format",
    script: "@biomejs/biome/bin/biome",
    args: () => ["ci", "--colors=off", "--error-on-warnings", "."],
  },
  lint: { name: "lint", script: "eslint/bin/eslint.js", args: () => ["--max-warnings", "0", "."] },
  types: { name: "types", script: "typescript/bin/tsc", args: () => ["--noEmit", "-p", "."] },
  pure: vitest("pure"),
  db: vitest("db"),
  stories: {
    name: "stories",
    script: "@playwright/test/cli.js",
    args: () => ["test", "--pass-with-no-tests", "--reporter=list,json"],
    tally: (report) => tallyOfPlaywright(report as PlaywrightReport),
  },
};
