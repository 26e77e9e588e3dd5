import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one with the same number: when it began. Numbers are used again
 * soon in containers. `null` when there is no such process.
 */
export function processIdentity(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    if (process.platform === "linux") return beganAt(readFileSync(`/proc/${pid}/stat`, "utf8"));
    if (process.platform === "win32") return "alive";
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).trim() || null
    );
  } catch {
    return null;
  }
}

/** Whether `pid` is still the process that had `identity`. */
export function isSameProcess(pid: number, identity: string | null): boolean {
  return identity !== null && processIdentity(pid) === identity;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Number of the process that started `pid`; `null` where that can't be told cheaply. */
export function parentOf(pid: number): number | null {
  if (process.platform !== "linux") return null;
  try {
    return Number(fieldsOf(readFileSync(`/proc/${pid}/stat`, "utf8"))[1]);
  } catch {
    return null;
  }
}

/** proc(5) from its third field on; the name in the second may hold spaces and brackets. */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Field 22, unless the process has ended and only waits to be noticed. */
function beganAt(stat: string): string | null {
  const fields = fieldsOf(stat);
  return fields[0] === "Z" ? null : (fields[19] ?? null);
}
