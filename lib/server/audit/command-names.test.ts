import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MESSAGES } from "@/lib/i18n/messages";

const SERVER = new URL("../", import.meta.url);
const DOOR = /\bcommand\(\{\s*name: "([\w.]+)"/g;
const ENTITY = /\bentity: "(\w+)"/g;

function wordsIn(pattern: RegExp): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const found = sources.flatMap((file) => [
    ...readFileSync(new URL(file, SERVER), "utf8").matchAll(pattern),
  ]);
  return [...new Set(found.map((match) => match[1] ?? ""))];
}

const { command, entity } = MESSAGES.vi.audit as unknown as Record<string, Record<string, unknown>>;

it("has a name in the log for every command", () => {
  const named = wordsIn(DOOR).filter((name) => {
    const [context = "", verb = ""] = name.split(".");
    return verb in ((command?.[context] as object | undefined) ?? {});
  });
  expect(named).toEqual(wordsIn(DOOR));
  expect(named).toContain("officer.create");
});

it("has a name in the log for every kind of object", () => {
  expect(wordsIn(ENTITY).filter((word) => !(word in (entity ?? {})))).toEqual([]);
});
