import { CONTEXTS } from "./contexts.mjs";

/** Folders of components/; each is named, so that a new one has to be agreed on. */
const COMPONENTS = ["ui", "forms", "data-table", "compare", "charts", "paper", "offline", "shell"];

const element = (type, pattern) => ({ type, pattern, partialMatch: false });

/**
 * Every folder that may hold code. What is not listed is unknown, and an unknown file is an error:
 * a new folder is guarded from its first file. The first match wins, so the narrower come first.
 */
export const ELEMENTS = [
  element("app", "app"),
  ...COMPONENTS.map((name) => element("components", `components/${name}`)),
  ...CONTEXTS.map((context) => element(`domain:${context}`, `lib/domain/${context}`)),
  ...CONTEXTS.map((context) => element(`server:${context}`, `lib/server/${context}`)),
  element("core", "lib/server/core"),
  element("jobs", "lib/server/jobs"),
  element("i18n", "lib/i18n"),
  element("prisma", "prisma"),
  element("e2e", "e2e"),
  element("bench", "bench"),
  element("database", "scripts/database"),
  element("scripts", "scripts"),
  element("public", "public"),
];

/** Files that have to lie in the root because their tool or the framework looks there. */
export const ROOT_FILES = [
  { category: "config", pattern: "*.config.{ts,mjs}" },
  { category: "entry", pattern: "{proxy,instrumentation}.ts" },
];
