import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface OwnDatabase {
  ownerUrl: string;
  appUrl: string;
  stop: () => Promise<void>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

interface Wanted {
  /** every commit reaches the disk, as in service: wherever commits are what is measured */
  durable?: boolean;
  /** a folder in which it is kept, durable too */
  data?: string;
}

/** A database of its own; its addresses are put where factories and doors look. */
export async function startDatabase(wanted: Wanted = {}): Promise<OwnDatabase> {
  // With a folder of its own the server is not a throw-away one.
  const passing = wanted.durable ? mkdtempSync(join(tmpdir(), "portal-bench-")) : null;
  const data = wanted.data ?? passing;
  const program = ["scripts/run.cjs", "bench-database", ...(data ? [data] : [])];
  const child = spawn(process.execPath, program, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const addresses = await new Promise<Omit<OwnDatabase, "stop">>((resolve, reject) => {
    child.once("message", resolve as (message: unknown) => void);
    child.once("exit", () => reject(new Error("no database")));
  });
  process.env.TEST_OWNER_URL = addresses.ownerUrl;
  process.env.APP_DATABASE_URL = addresses.appUrl;
  const stop = async () => {
    const end = ended(child);
    child.kill("SIGTERM");
    await end;
    if (passing) rmSync(passing, { recursive: true, force: true });
  };
  return { ...addresses, stop };
}
