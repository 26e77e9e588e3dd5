import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { Problem } from "../running/problem";
import { PROJECT } from "../running/settings";
import { NO_FILTER, type OpenEngine, openEngine, type ScriptFailure } from "./schema-engine";

export const MIGRATIONS_FOLDER = join(PROJECT, "prisma/migrations");
export const SCHEMA_FILE = join(PROJECT, "prisma/schema.prisma");

/** The migrations on disk, in order, as the engine wants them. */
export function migrationList(folder = MIGRATIONS_FOLDER): MigrationList {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  const lockfile = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

export interface MigrationReport {
  applied: string[];
  /** Files that no longer say what was applied. */
  edited: string[];
}

/**
 * Applies what is missing and notes it in `_prisma_migrations`, as `prisma migrate deploy` would. A
 * script is one implicit transaction: one that failed has left nothing behind and may be run again.
 */
export async function applyMigrations(
  url: string,
  migrationsList = migrationList(),
): Promise<MigrationReport> {
  const open = await openEngine(url, readFileSync(SCHEMA_FILE, "utf8"));
  try {
    return await apply(open, migrationsList);
  } catch (cause) {
    const failure = open.scriptFailure();
    if (!failure) throw cause;
    const name = nameOf(failure.script, migrationsList);
    const more = { cause: failure.error, detail: place(failure) };
    throw new Problem("database.migrationFailed", { name }, more);
  } finally {
    await open.close();
  }
}

async function apply(
  { engine }: OpenEngine,
  migrationsList: MigrationList,
): Promise<MigrationReport> {
  const history = await engine.diagnoseMigrationHistory({ ...NO_SHADOW, migrationsList });
  for (const migrationName of history.failedMigrationNames) {
    await engine.markMigrationRolledBack({ migrationName });
  }
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList,
    filters: NO_FILTER,
  });
  const again = new Set([...appliedMigrationNames, ...history.failedMigrationNames]);
  const edited = history.editedMigrationNames.filter((name) => !again.has(name));
  return { applied: appliedMigrationNames, edited };
}

const NO_SHADOW = { optInToShadowDatabase: false, filters: NO_FILTER };

function nameOf(script: string, { migrationDirectories }: MigrationList): string {
  const found = migrationDirectories.find(
    ({ migrationFile }) => migrationFile.content.value === script,
  );
  return found?.path ?? "";
}

/** PostgreSQL tells the letter; people look for the line. */
function place({ error, script }: ScriptFailure): string {
  if (!error.position) return error.message;
  const line = script.slice(0, Number(error.position)).split("\n").length;
  return `migration.sql:${line}: ${error.message}`;
}
