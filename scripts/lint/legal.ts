/** Files that lint must leave alone: a guard that refuses these would be switched off soon. */
interface Legal {
  what: string;
  path: string;
  code: string;
}

export const LEGAL: Legal[] = [
  {
    what: "a page that awaits a query and renders",
    path: "app/(portal)/tasks/page.tsx",
    code: `import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { listTasks } from "@/lib/server/tasks/queries";
import { TaskList } from "./_components/task-list";
import "./page.css";
export default async function Page() {
  const t = await getTranslator("tasks");
  if (!(await currentActor())) notFound();
  return <main className="p-4"><PageHeader title={t("title")} /> · <kbd>Ctrl</kbd>
    <TaskList tasks={await listTasks()} mark={"×"} /></main>;
}`,
  },
  {
    what: "a route that knows the shape of a door",
    path: "app/api/v1/tasks/route.ts",
    code: `import type { Command } from "@/lib/server/core/command";
import { STATUS_OF } from "@/lib/server/core/status";
export const status = (_door: Command<unknown>) => STATUS_OF;`,
  },
  {
    what: "a route's own component, used further inside it",
    path: "app/(portal)/tasks/[id]/page.tsx",
    code: 'import { Lease } from "../_components/lease";\nexport const x = Lease;',
  },
  {
    what: "a domain function of a given moment, with an earlier context",
    path: "lib/domain/tasks/lease.ts",
    code: `import { z } from "zod";
import { scopeOf } from "@/lib/domain/access/scope";
import { effort } from "./effort";
export const x = [z, scopeOf, effort];
export const due = (now: Date) => new Date(now.getTime() + 1);`,
  },
  {
    what: "a pure test with a fixture from the disk",
    path: "lib/domain/tasks/lease.test.ts",
    code: `import { readFileSync } from "node:fs";
import fc from "fast-check";
import { it } from "vitest";
it("holds", () => fc.assert(readFileSync("x") as never));`,
  },
  {
    what: "a long describe in a test",
    path: "lib/domain/tasks/flow.test.ts",
    code: `export const cases = () => {\n${"// a case\n".repeat(120)}};`,
  },
  {
    what: "a database test with the factories",
    path: "lib/server/tasks/claim.db.test.ts",
    code: 'import { makeTask } from "@/prisma/factories/task";\nexport const x = makeTask;',
  },
  {
    what: "a context that builds on earlier ones",
    path: "lib/server/tasks/commands.ts",
    code: `import "server-only";
import { command } from "@/lib/server/core/command";
import { outcomeOf } from "@/lib/server/matching/queries";
export { type Task } from "@/lib/domain/tasks/task";
export const x = command(outcomeOf as never);`,
  },
  {
    what: "a context's own data with Vietnamese words to recognise",
    path: "lib/domain/imports/header.ts",
    code: 'export const HEADINGS = ["Họ và tên"];',
  },
  {
    what: "a story that finds things by role",
    path: "e2e/settle-task.spec.ts",
    code: `import { expect, test } from "@playwright/test";
import { makeCommune } from "@/prisma/factories/unit";
test("settles", async ({ page }) => {
  await makeCommune();
  await expect(page.getByRole("heading", { name: "Nhiệm vụ" })).toBeVisible();
});`,
  },
  {
    what: "the framework's entry, which looks up who is signed in",
    path: "proxy.ts",
    code: `import { NextResponse } from "next/server";
import { signInPath } from "@/lib/domain/access/paths";
import { currentActor } from "@/lib/server/core/session";
export const x = [NextResponse, signInPath, currentActor];`,
  },
  {
    what: "a tool's configuration",
    path: "playwright.config.ts",
    code: `import { defineConfig } from "@playwright/test";
import { server } from "./e2e/support/server";
export default defineConfig(server as never);`,
  },
  {
    what: "a component that works on letters",
    path: "components/compare/letters.ts",
    code: 'export const bare = (text: string) => text.replace("đ", "d") + "×";',
  },
  {
    what: "a file of exactly 250 lines with a function of exactly 50",
    path: "lib/i18n/a.ts",
    code: `export function f() {\n${"// a line\n".repeat(48)}}\n${"// a line\n".repeat(199)}// the last`,
  },
];
