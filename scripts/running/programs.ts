import type { StdioOptions } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { ChildSpec, Environment } from "./child";
import { PROJECT } from "./settings";

/** Variables that only the owner of the database may hold. */
const OWNERS_ONLY = /^(DATABASE_URL|PG[A-Z]+|SEED|npm_.*)$/;

/** Next reads these by itself, and would hand the owner's address to the web server. */
const NEXT_ENV_FILES = [
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
  ".env.development",
];

/** Our environment without what belongs to the owner, and with `extra`. */
export function childEnvironment(extra: Record<string, string>): Environment {
  const kept = Object.entries(process.env).filter(([name]) => !OWNERS_ONLY.test(name));
  const hidden = NEXT_ENV_FILES.some(namesOwner) ? { DATABASE_URL: "" } : {};
  return { ...Object.fromEntries(kept), ...hidden, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

function namesOwner(name: string): boolean {
  const file = join(PROJECT, name);
  return existsSync(file) && "DATABASE_URL" in parseEnv(readFileSync(file, "utf8"));
}

type How = { env: Environment; stdio: StdioOptions };

/** One of our own programs: scripts/<name>.ts. */
export function ownProgram(name: string, { env, stdio }: How): ChildSpec {
  const args = [join(PROJECT, "scripts/run.cjs"), name];
  return { command: process.execPath, args, env, stdio, cwd: PROJECT, stopSignal: "SIGTERM" };
}

/** A program that an npm package brings, by the path of its script below node_modules. */
export function packageProgram(script: string, args: string[], { env, stdio }: How): ChildSpec {
  const all = [join(PROJECT, "node_modules", script), ...args];
  return { command: process.execPath, args: all, env, stdio, cwd: PROJECT, stopSignal: "SIGTERM" };
}
