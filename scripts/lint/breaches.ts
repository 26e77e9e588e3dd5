/** A file that lint must refuse, and the one rule that has to say so. */
export interface Breach {
  what: string;
  path: string;
  code: string;
  rule: string;
  /** Part of the message, where one rule guards several things. */
  says?: string;
}

const ARROWS = "boundaries/dependencies";
const lines = (count: number) => "// a line\n".repeat(count);
const longFunction = (count: number) => `export function long() {\n${lines(count - 2)}}\n`;
const branches = "if (n) n += 1;\n".repeat(10);

const ARROW_BREACHES: Breach[] = [
  {
    what: "the domain of an earlier context imports a later one",
    path: "lib/domain/records/record.ts",
    code: 'import { flow } from "@/lib/domain/tasks/flow";\nexport const x = flow;',
    rule: ARROWS,
  },
  {
    what: "an earlier server context imports a later one, by a relative path",
    path: "lib/server/matching/commands.ts",
    code: 'import { assign } from "../tasks/commands";\nexport const x = assign;',
    rule: ARROWS,
  },
  {
    what: "a later context as a type only",
    path: "lib/domain/units/unit.ts",
    code: 'import type { Officer } from "../officers/officer";\nexport type X = Officer;',
    rule: ARROWS,
  },
  {
    what: "a later context as an inline type",
    path: "lib/domain/units/unit.ts",
    code: 'export type X = import("../officers/officer").Officer;',
    rule: ARROWS,
  },
  {
    what: "a later context imported at run time",
    path: "lib/server/units/queries.ts",
    code: 'export const late = () => import("@/lib/server/audit/queries");',
    rule: ARROWS,
  },
  {
    what: "the domain reads the disk",
    path: "lib/domain/tasks/flow.ts",
    code: 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
    rule: ARROWS,
  },
  {
    what: "React in the domain",
    path: "lib/domain/tasks/flow.ts",
    code: 'import { cache } from "react";\nexport const x = cache;',
    rule: ARROWS,
  },
  {
    what: "pg in a page",
    path: "app/(portal)/tasks/page.tsx",
    code: 'import pg from "pg";\nexport const x = pg;',
    rule: ARROWS,
  },
  {
    what: "pg in a context: only the core opens transactions",
    path: "lib/server/tasks/sql.ts",
    code: 'import pg from "pg";\nexport const x = pg;',
    rule: ARROWS,
  },
  {
    what: "Node in a component",
    path: "components/ui/button.tsx",
    code: 'import path from "node:path";\nexport const x = path;',
    rule: ARROWS,
  },
  {
    what: "Prisma in a component",
    path: "components/ui/button.tsx",
    code: 'import { Prisma } from "@prisma/client";\nexport const x = Prisma;',
    rule: ARROWS,
  },
  {
    what: "a package that nobody has agreed on",
    path: "app/(portal)/tasks/page.tsx",
    code: 'import _ from "lodash";\nexport const x = _;',
    rule: ARROWS,
  },
  {
    what: "a page opens the database itself",
    path: "app/(portal)/tasks/page.tsx",
    code: 'import { transaction } from "@/lib/server/core/db";\nexport const x = transaction;',
    rule: ARROWS,
  },
  {
    what: "a page makes a door of its own",
    path: "app/(portal)/tasks/actions.ts",
    code: 'import { command } from "@/lib/server/core/command";\nexport const x = command;',
    rule: ARROWS,
  },
  {
    what: "a page throws in the name of a door",
    path: "app/(portal)/tasks/actions.ts",
    code: 'import { AppError } from "@/lib/server/core/error";\nexport const x = AppError;',
    rule: ARROWS,
  },
  {
    what: "a page walks past the door",
    path: "app/(portal)/tasks/actions.ts",
    code: 'import { closeTask } from "@/lib/server/tasks/writes";\nexport const x = closeTask;',
    rule: ARROWS,
  },
  {
    what: "code imports a tool's configuration",
    path: "lib/server/core/env.ts",
    code: 'import config from "@/next.config";\nexport const x = config;',
    rule: "boundaries/no-unknown-dependencies",
  },
];

const LAYOUT_BREACHES: Breach[] = [
  {
    what: "an import from a folder that nobody has agreed on",
    path: "lib/server/tasks/commands.ts",
    code: 'import { price } from "@/lib/domain/billing/price";\nexport const x = price;',
    rule: "boundaries/no-unknown-dependencies",
  },
  {
    what: "a new folder in lib/server",
    path: "lib/server/billing/commands.ts",
    code: "export const x = 1;",
    rule: "boundaries/no-unknown-files",
  },
  {
    what: "a new folder in the root",
    path: "shared/dates.ts",
    code: "export const x = 1;",
    rule: "boundaries/no-unknown-files",
  },
  {
    what: "a test in a new folder",
    path: "lib/domain/billing/price.test.ts",
    code: "export const x = 1;",
    rule: "boundaries/no-unknown-files",
  },
  {
    what: "a folder name that says nothing",
    path: "lib/domain/tasks/utils/dates.ts",
    code: "export const x = 1;",
    rule: "portal/folder-names",
  },
  {
    what: "a barrel",
    path: "lib/domain/tasks/index.ts",
    code: 'import { a } from "./flow";\nexport { b } from "./lease";\nexport { a };',
    rule: "portal/no-barrel",
    says: "No barrels",
  },
  {
    what: "export *",
    path: "lib/domain/tasks/flow.ts",
    code: 'export * from "./lease";\nexport const x = 1;',
    rule: "portal/no-barrel",
    says: "export *",
  },
  {
    what: "the private components of another route",
    path: "app/(portal)/records/page.tsx",
    code: 'import { Lease } from "../tasks/_components/lease";\nexport const x = Lease;',
    rule: "portal/private-parts",
  },
];

const BUDGET_BREACHES: Breach[] = [
  { what: "a file of 251 lines", path: "lib/i18n/a.ts", code: lines(251), rule: "max-lines" },
  {
    what: "a function of 51 lines",
    path: "lib/i18n/a.ts",
    code: longFunction(51),
    rule: "max-lines-per-function",
  },
  {
    what: "a component of 81 lines",
    path: "components/ui/a.tsx",
    code: longFunction(81),
    rule: "max-lines-per-function",
  },
  {
    what: "eleven ways through a function",
    path: "lib/i18n/a.ts",
    code: `export function f(n: number) {\n${branches}return n;\n}`,
    rule: "complexity",
  },
  {
    what: "four parameters",
    path: "lib/i18n/a.ts",
    code: "export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];",
    rule: "max-params",
  },
  {
    what: "any",
    path: "lib/i18n/a.ts",
    code: "export const f = (a: any) => String(a);",
    rule: "@typescript-eslint/no-explicit-any",
  },
  {
    what: "a file that lifts a limit for itself",
    path: "lib/i18n/a.ts",
    code: "/* eslint-disable */\nexport const f = (a: any) => String(a);",
    rule: "@typescript-eslint/no-explicit-any",
  },
];

export const LAYOUT: Breach[] = [...ARROW_BREACHES, ...LAYOUT_BREACHES, ...BUDGET_BREACHES];
