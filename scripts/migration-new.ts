// npm run migration:new -- <name>: writes the SQL from the committed schema to the one on disk.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { MIGRATIONS_FOLDER, SCHEMA_FILE } from "./database/migrations";
import { diffSchemas } from "./database/schema-diff";
import { explain, Problem } from "./running/problem";
import { say, text } from "./running/say";
import { PROJECT } from "./running/settings";

/** The schema as last committed, or nothing before its first commit. */
function committedSchema(): string | null {
  try {
    const show = ["show", `HEAD:./${relative(PROJECT, SCHEMA_FILE)}`];
    return execFileSync("git", show, { cwd: PROJECT, encoding: "utf8", stdio: "pipe" });
  } catch {
    return null;
  }
}

function migrationFile(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Problem("start.migrationName");
  const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = join(MIGRATIONS_FOLDER, `${moment}_${name}`, "migration.sql");
  if (existsSync(file)) throw new Problem("start.migrationName");
  return file;
}

try {
  const file = migrationFile(process.argv[3] ?? "");
  const sql = await diffSchemas(committedSchema(), readFileSync(SCHEMA_FILE, "utf8"));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sql);
  say(text("progress.migrationWritten", { file: relative(PROJECT, file) }));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
