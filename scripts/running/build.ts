import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./child";
import { buildFingerprint, fingerprint } from "./fingerprint";
import type { Household } from "./household";
import { Problem } from "./problem";
import { childEnvironment, packageProgram } from "./programs";
import { PROJECT } from "./settings";

const CLIENT_MARK = join(PROJECT, "prisma/generated/fingerprint");
const BUILD_MARK = join(PROJECT, ".next/fingerprint");

/** Whether the Prisma client is that of the schema. */
export function isClientCurrent(): boolean {
  return readMark(CLIENT_MARK) === clientFingerprint();
}

/** Writes the Prisma client. Nothing is downloaded: any program will do as the engine it won't use. */
export async function generateClient(household: Household): Promise<void> {
  const env = childEnvironment({
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
  });
  await run(household, {
    name: "prisma generate",
    script: "prisma/build/index.js",
    args: ["generate"],
    env,
  });
  writeFileSync(CLIENT_MARK, clientFingerprint());
}

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

const clientFingerprint = () =>
  fingerprint(PROJECT, [
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);

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
