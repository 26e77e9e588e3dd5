import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 30_000;

/**
 * Clears the way after a start that was killed outright. The data folder is ours (its lock is held),
 * so a server still on it is asked to stop; a note of one that is gone is removed, because
 * PostgreSQL would refuse to start when another process has been given that number since.
 */
export async function endStaleServer(data: string): Promise<void> {
  const note = join(data, "postmaster.pid");
  const deadline = Date.now() + PATIENCE_MS;
  while (existsSync(note) && Date.now() < deadline) {
    const pid = Number(readFileSync(note, "utf8").split("\n", 1)[0]);
    if (!isServerOn(data, pid)) return rmSync(note, { force: true });
    process.kill(pid, "SIGINT");
    await sleep(200);
  }
}

function isServerOn(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    const line =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
        : execFileSync("ps", ["-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
    return line.includes("postgres") && line.includes(data);
  } catch {
    return false;
  }
}
