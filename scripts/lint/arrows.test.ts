import { describe, expect, it, vi } from "vitest";
import { agreedFor, ELEMENTS, folderOf } from "./arrows-table";
import { LAYOUT } from "./breaches";
import { REFUSED_SYNTAX } from "./breaches-syntax";
import { LEGAL } from "./legal";
import { findings, rulesFor } from "./lint-text";

// The first file waits for ESLint and its plugins to load, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000 });

const BREACHES = [...LAYOUT, ...REFUSED_SYNTAX];

describe("every arrow, one by one", () => {
  const imports = ELEMENTS.map((to) => `import "@/${folderOf(to)}/something";`).join("\n");

  it.each(ELEMENTS)("from %s", async (from) => {
    const found = await findings(`${folderOf(from)}/new-file.ts`, imports);
    const refused = new Set(found.map(({ line }) => ELEMENTS[line - 1]));
    expect(ELEMENTS.filter((to) => !refused.has(to))).toEqual(agreedFor(from));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["boundaries/dependencies"]));
  });
});

describe("what lint refuses", () => {
  it.each(BREACHES)("$path: $what", async ({ path, code, rule, says }) => {
    const found = await findings(path, code);
    expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule]);
    if (says) expect(found.map(({ message }) => message).join("\n")).toContain(says);
  });
});

describe("what lint leaves alone", () => {
  it.each(LEGAL)("$path: $what", async ({ path, code }) => {
    expect(await findings(path, code)).toEqual([]);
  });
});

describe("the breaches cover the guards", () => {
  const places = ["lib/domain/tasks/a.ts", "app/a.tsx", "components/ui/a.tsx", "e2e/a.spec.ts"];
  const theirs = /^(react-hooks|@next\/next)\//;

  it("has a breach for every rule of ours", async () => {
    const on = await Promise.all(places.map(rulesFor));
    const ours = on.flatMap((rules) => [...rules.keys()].filter((rule) => !theirs.test(rule)));
    const breached = new Set(BREACHES.map(({ rule }) => rule));
    expect([...new Set(ours)].sort()).toEqual([...breached].sort());
  });

  it("has a breach for every message about syntax", async () => {
    const on = await Promise.all(places.map(rulesFor));
    const options = on.flatMap((rules) => rules.get("no-restricted-syntax") ?? []);
    const messages = new Set((options as { message: string }[]).map(({ message }) => message));
    const says = BREACHES.flatMap((breach) => breach.says ?? []);
    const silent = [...messages].filter((message) => !says.some((part) => message.includes(part)));
    expect(silent).toEqual([]);
  });

  it.each([
    "react-hooks/rules-of-hooks",
    "react-hooks/exhaustive-deps",
    "@next/next/no-img-element",
  ])("keeps %s", async (rule) => {
    expect([...(await rulesFor("app/a.tsx")).keys()]).toContain(rule);
  });
});
