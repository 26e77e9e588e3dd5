import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildFingerprint } from "./fingerprint";

let project: string;
const write = (file: string, content: string) => writeFileSync(join(project, file), content);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "portal-fingerprint-"));
  for (const folder of ["app/tasks", "lib", "prisma", "scripts"]) {
    mkdirSync(join(project, folder), { recursive: true });
  }
  write("prisma/schema.prisma", "model A {}");
  write("app/tasks/page.tsx", "one");
  write("package-lock.json", "{}");
});

afterEach(() => rmSync(project, { recursive: true }));

it("stays while the sources stay", () => {
  expect(buildFingerprint(project)).toBe(buildFingerprint(project));
});

it.each([
  "app/tasks/page.tsx",
  "lib/new.ts",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.mjs",
])("changes with %s", (file) => {
  const before = buildFingerprint(project);
  write(file, "two");
  expect(buildFingerprint(project)).not.toBe(before);
});

it.each(["app/tasks/page.test.tsx", "scripts/start.ts", "README.md", "lib/.swp"])(
  "stays with %s, which no page is made of",
  (file) => {
    const before = buildFingerprint(project);
    write(file, "two");
    expect(buildFingerprint(project)).toBe(before);
  },
);

it("changes when a file is renamed", () => {
  const before = buildFingerprint(project);
  rmSync(join(project, "app/tasks/page.tsx"));
  write("app/page.tsx", "one");
  expect(buildFingerprint(project)).not.toBe(before);
});
