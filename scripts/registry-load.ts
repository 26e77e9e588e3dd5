// Loads a registry snapshot: npm run registry:load -- <file.csv> [--date yyyy-MM-dd]
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadRegistry, RegistryFileError } from "@/prisma/registry/load";
import { withConnection } from "./database/connection";
import { portalDatabase } from "./database/portal-database";
import { explain } from "./running/problem";
import { say, text } from "./running/say";

const WRONG_USE = 2;
const MOST_LISTED = 20;

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(WRONG_USE);
}

function readOrder(): { file: string; date: string } {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { date: { type: "string" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!file) return stop(text("registry.usage"));
  if (!existsSync(file)) return stop(text("registry.noFile", { file }));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return stop(text("registry.badDate"));
  return { file, date };
}

async function load({ file, date }: { file: string; date: string }): Promise<void> {
  const database = await portalDatabase();
  try {
    const report = await withConnection(database.url, (client) =>
      loadRegistry(client, file, {
        readingDate: date,
        say: (lines) => say(text("registry.read", { lines })),
      }),
    );
    for (const { line, problem } of report.wrong.slice(0, MOST_LISTED)) {
      say(text("registry.wrongLine", { line, problem: text(`registry.problem.${problem}`) }));
    }
    say(text("registry.done", { people: report.people, wrong: report.wrong.length }));
  } finally {
    await database.stop();
  }
}

try {
  await load(readOrder());
  process.exit(0);
} catch (error) {
  if (error instanceof RegistryFileError) {
    stop(text("registry.missingColumns", { columns: error.missing.join(", ") }));
  }
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
