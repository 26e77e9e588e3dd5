import { readdirSync, readFileSync } from "node:fs";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "./locales";
import { MESSAGES } from "./messages";

type CompiledNode = Exclude<CompiledMessage, string>[number];
type Tree = { [key: string]: string | Tree };

/** "tasks.state.new" → text, for every text below a tree. */
function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
}

/** Names of the arguments and tags in one node of a compiled message, at any depth. */
function namesInNode(node: CompiledNode): string[] {
  if (!Array.isArray(node)) return [];
  const [name, kind, ...rest] = node as [string, unknown?, ...unknown[]];
  if (typeof kind !== "number") return [name, ...namesInMessage([kind, ...rest])];
  return [name, ...Object.values(rest[0] ?? {}).flatMap(namesInMessage)];
}

function namesInMessage(message: unknown): string[] {
  return Array.isArray(message) ? message.flatMap(namesInNode) : [];
}

function argumentNames(message: string): string[] {
  return [...new Set(namesInMessage(compile(message)))].sort();
}

/** Texts of a file, whether the portal shows them or a command prints them. */
function readTexts(locale: Locale, file: string): [string, string][] {
  return flatten(JSON.parse(readFileSync(new URL(`./${locale}/${file}`, import.meta.url), "utf8")));
}

const filesOf = (locale: Locale) => readdirSync(new URL(`./${locale}`, import.meta.url)).sort();

describe.each(filesOf("vi"))("texts of %s", (file) => {
  const vi = readTexts("vi", file);
  const en = new Map(readTexts("en", file));

  it("have the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual(vi.map(([key]) => key).sort());
  });

  it("are messages that can be read, with the same arguments in both languages", () => {
    for (const [key, message] of vi) {
      const names = () => [argumentNames(en.get(key) ?? ""), argumentNames(message)];
      expect(names, `${file}: ${key}`).not.toThrow();
      const [english, vietnamese] = names();
      expect(english, `${file}: ${key}`).toEqual(vietnamese);
    }
  });

  it("are never empty", () => {
    const empty = [...vi, ...en].filter(([, message]) => message.trim() === "");
    expect(empty).toEqual([]);
  });
});

it("has the same files in both languages", () => {
  expect(filesOf("en")).toEqual(filesOf("vi"));
});

it.each(LOCALES)(
  "gives the pages of %s every file but those that only commands print",
  (locale) => {
    const shown = Object.keys(MESSAGES[locale]).map((namespace) => `${namespace}.json`);
    expect(filesOf(locale).filter((file) => !shown.includes(file))).toEqual([
      "bench.json",
      "running.json",
    ]);
  },
);

it("knows the arguments of nested messages", () => {
  expect(argumentNames("{n, plural, other {có # {name}}} <b>{when, date}</b>")).toEqual([
    "b",
    "n",
    "name",
    "when",
  ]);
});
