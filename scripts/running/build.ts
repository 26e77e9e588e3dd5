import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./child";
import { buildFingerprint } from "./fingerprint";
import type { Household } from "./household";
import { Problem } from "./problem";
import { childEnvironment, packageProgram } from "./programs";
import { PROJECT } from "./settings";

const BUILD_MARK = join(PROJECT, ".next/fingerprint");

/** Whether the built pages are those of the sources. */
export function isBuildCurrent(): boolean {
  return (
    existsSync(join(PROJECT, ".next/BUILD_ID")) &&
    readMark(BUILD_MARK) === buildFingerprint(PROJECT)
  );
}

/** Builds the pages. A build knows no database and no secret. */
export async function buildPages(household: Household): Promise<void> {
  const sources = buildFingerprint(PROJECT);
  rmSync(BUILD_MARK, { force: true });
  const env = childEnvironment({ NODE_ENV: "production" });
  await run(household, { name: "next build", script: "next/dist/bin/next", args: ["build"], env });
  writeFileSync(BUILD_MARK, sources);
}

/** Next's declarations of routes and styles, which the type check needs. */
export async function generateRouteTypes(household: Household): Promise<void> {
  mkdirSync(join(PROJECT, ".next"), { recursive: true });
  await run(household, {
    name: "next typegen",
    script: "next/dist/bin/next",
    args: ["typegen"],
    env: childEnvironment({}),
  });
}

const readMark = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : null);

interface Tool {
  name: string;
  script: string;
  args: string[];
  env: Environment;
}

/** Runs a tool quietly; what it said is shown only when it fails. */
async function run(household: Household, { name, script, args, env }: Tool): Promise<void> {
  const child = await household.start(
    packageProgram(script, args, { env, stdio: ["ignore", "pipe", "pipe"] }),
  );
  let output = "";
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const status = await child.ended;
  if (status !== "0") throw new Problem("start.toolFailed", { name, status }, { detail: output });
}
