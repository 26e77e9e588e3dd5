import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

export type Environment = Record<string, string | undefined>;

export interface ChildSpec {
  command: string;
  args: string[];
  env: Environment;
  cwd: string;
  stdio: SpawnOptions["stdio"];
  /** Runs as this user when we are root. */
  user?: { uid: number; gid: number } | undefined;
  /** What asks it to stop in order. */
  stopSignal: NodeJS.Signals;
  /** Others lean on it: it stops when they have. */
  stopsLast?: boolean;
}

export interface Child {
  pid: number;
  process: ChildProcess;
  stopsLast: boolean;
  /** Settles when it has ended, with what to tell: an exit code or a signal's name. */
  ended: Promise<string>;
  /** Asks its whole group to stop, and insists after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

const PATIENCE_MS = 15_000;
const GROUPS = process.platform !== "win32";

/**
 * Starts a program in a group of its own, so that Ctrl+C reaches only us and we stop things in
 * order, and sets a guard beside it that stops the group should this process be killed outright.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env as NodeJS.ProcessEnv,
    stdio: spec.stdio,
    detached: GROUPS,
    ...(spec.user && { uid: spec.user.uid, gid: spec.user.gid }),
  });
  const exit = once(child, "exit").then(([code, signal]) => String(signal ?? code));
  exit.catch(() => undefined); // a failed spawn is thrown by the next line
  await once(child, "spawn");
  const pid = child.pid as number;
  const guard = GROUPS ? startGuard(pid, spec.stopSignal) : undefined;
  const ended = exit.then((status) => {
    guard?.kill("SIGKILL");
    signalGroup(pid, "SIGKILL"); // what the program itself started and left behind
    return status;
  });
  const stop = async (patienceMs = PATIENCE_MS) => {
    signalGroup(pid, spec.stopSignal);
    const insist = setTimeout(() => signalGroup(pid, "SIGKILL"), patienceMs);
    await ended;
    clearTimeout(insist);
  };
  return { pid, process: child, stopsLast: spec.stopsLast ?? false, ended, stop };
}

/** Signals a program started by `startChild` and all that it started; nothing when it has ended. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(GROUPS ? -pid : pid, signal);
  } catch {
    // It has ended already.
  }
}

// Its standard input is a pipe that only this process holds: `read` returns when we are gone,
// however we went.
const GUARD = `trap '' INT TERM HUP
read -r _
kill -s "$2" -- "-$1" || exit 0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  sleep 1
  kill -s 0 -- "-$1" || exit 0
done
kill -s KILL -- "-$1"`;

function startGuard(pid: number, signal: NodeJS.Signals): ChildProcess {
  const guard = spawn("/bin/sh", ["-c", GUARD, "guard", `${pid}`, signal.replace("SIG", "")], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
    env: { ...process.env },
  });
  guard.on("error", () => undefined); // without a shell the next start cleans up
  guard.stdin?.on("error", () => undefined);
  guard.unref();
  return guard;
}
