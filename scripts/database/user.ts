import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { PROJECT } from "../running/settings";

/** The user PostgreSQL runs as when we are root, which it refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
  name: string;
}

/**
 * `undefined` when we are not root. Otherwise who owns the data already, or else who owns the
 * project, or else `postgres`, or else `nobody`; never root.
 */
export function serverUser(dataDir: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owners = [dataDir, PROJECT]
    .filter((path) => existsSync(path))
    .map((path) => `${statSync(path).uid}`);
  for (const candidate of [...owners, "postgres", "nobody"]) {
    const user = findUser(candidate);
    if (user && user.uid !== 0) return user;
  }
  return undefined;
}

function findUser(nameOrId: string): ServerUser | null {
  const id = (option: string) =>
    execFileSync("id", [option, nameOrId], { encoding: "utf8", stdio: "pipe" }).trim();
  try {
    return { uid: Number(id("-u")), gid: Number(id("-g")), name: id("-un") };
  } catch {
    return null;
  }
}

/** Whether that user can truly write in a folder, tried rather than computed from modes. */
export function canWrite(user: ServerUser | undefined, folder: string): boolean {
  const probe = 'cd "$0" && : > .probe && rm .probe';
  return process.platform === "win32" || runs(user, "/bin/sh", ["-c", probe, folder]);
}

/** Whether that user can truly run a program. */
export function canRun(user: ServerUser | undefined, program: string): boolean {
  return runs(user, program, ["--version"]);
}

function runs(user: ServerUser | undefined, program: string, args: string[]): boolean {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return spawnSync(program, args, { ...identity, cwd: "/", stdio: "ignore" }).status === 0;
}
