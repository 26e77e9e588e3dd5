import { CONTEXTS, upTo } from "./contexts.mjs";

/** What of the core a page or route may touch: who is signed in, and HTTP's word for a refusal. */
const CORE_FOR_PAGES = "{session,status}";
/** Of the two doors pages know the shape only: a door is made in its context. */
const CORE_TYPES_FOR_PAGES = "{command,query}";

const toTypes = (types) => ({ to: { element: { type: types } } });

function arrow(from, types) {
  return { from: { element: { type: from } }, allow: toTypes(types) };
}

function domainArrow(context) {
  const earlier = upTo(context).map((name) => `domain:${name}`);
  return arrow(`domain:${context}`, earlier);
}

function serverArrow(context) {
  const before = upTo(context);
  const server = before.map((name) => `server:${name}`);
  const domain = before.map((name) => `domain:${name}`);
  return arrow(`server:${context}`, ["core", "i18n", ...domain, ...server]);
}

function coreForPages(from) {
  const inside = (fileInternalPath) => ({ element: { type: "core", fileInternalPath } });
  return [
    { from, allow: { to: inside(CORE_FOR_PAGES) } },
    { from, allow: { to: inside(CORE_TYPES_FOR_PAGES), dependency: { kind: "type" } } },
  ];
}

const PAGES = { element: { type: "app" } };
const ENTRY = { file: { categories: "entry" } };
/** Steps inside a door take its transaction; a page calls the door itself. */
const BEHIND_THE_DOORS = {
  to: { element: { type: "server:*", fileInternalPath: "**/{writes,sql}" } },
};
const FOR_PAGES = ["components", "server:*", "domain:*", "i18n"];
/** Programs around the portal: they go through the doors and make data with the factories. */
const FOR_PROGRAMS = ["core", "jobs", "server:*", "domain:*", "i18n", "prisma"];

/** a → b, one line for each a. Whatever is not written here is refused. */
export const ARROWS = [
  arrow("app", FOR_PAGES),
  { from: PAGES, disallow: BEHIND_THE_DOORS },
  ...coreForPages(PAGES),
  arrow("components", ["components", "domain:*", "i18n"]),
  arrow("i18n", ["domain:*"]),
  ...CONTEXTS.map(domainArrow),
  ...CONTEXTS.map(serverArrow),
  arrow("core", ["domain:access"]),
  arrow("jobs", ["core", "i18n", "domain:*", "server:*"]),
  arrow("prisma", FOR_PROGRAMS),
  arrow("e2e", ["domain:*", "server:*", "i18n", "prisma"]),
  arrow("bench", [...FOR_PROGRAMS, "database", "scripts", "e2e"]),
  arrow("scripts", [...FOR_PROGRAMS, "database"]),
  arrow("database", ["i18n", "prisma", "scripts"]),
  { from: ENTRY, allow: toTypes(FOR_PAGES) },
  ...coreForPages(ENTRY),
  { from: { file: { categories: "config" } }, allow: toTypes(["scripts", "e2e"]) },
];

/** Tests of doors prepare their rows with the factories. */
export const TEST_ARROWS = [arrow(["core", "jobs", "server:*"], ["prisma"])];
