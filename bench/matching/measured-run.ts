import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Wall time from start to end, and the most memory that the process and its children had at once. */
export interface Run {
  seconds: number;
  /** Null where the system has no /proc. */
  peakMb: number | null;
  /** Seconds of work of all threads: a busy machine makes wall time longer, and this hardly. */
  workSeconds: number | null;
}

const LOOK_EVERY_MS = 20;

/** Runs a program to its end; throws with what it said last when it fails. */
export function measuredRun(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    let peakKb = 0;
    let ticks = 0;
    const look = () => {
      if (child.pid === undefined) return;
      peakKb = Math.max(peakKb, peakOf(child.pid));
      ticks = Math.max(ticks, ticksOf(child.pid));
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(looking);
      const seconds = (performance.now() - begun) / 1000;
      const seen = peakKb > 0;
      const peakMb = seen ? peakKb / 1024 : null;
      const workSeconds = seen ? ticks / TICKS_A_SECOND : null;
      if (code === 0) resolve({ seconds, peakMb, workSeconds });
      else reject(new Error(`${args.join(" ")} ended with ${code}\n${said}`));
    });
  });
}

/**
 * The high-water mark as the kernel keeps it, with all threads, so that nothing between two looks is
 * missed; children are added, which can only make the sum too large. 0 when it can't be read.
 */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    return childrenOf(pid).reduce((sum, child) => sum + peakOf(child), own);
  } catch {
    return 0;
  }
}

/** What Linux counts processor time in, on every machine that Node runs on. */
const TICKS_A_SECOND = 100;

/** Time of the process's threads, and of its children once they have ended. */
function ticksOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number),
  );
}

/** The run in the middle by time; memory is the most of all. */
export function medianRun(runs: readonly Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor((runs.length - 1) / 2)];
  if (!middle) throw new Error("no run");
  const peaks = runs.flatMap(({ peakMb }) => peakMb ?? []);
  return { ...middle, peakMb: peaks.length > 0 ? Math.max(...peaks) : null };
}
