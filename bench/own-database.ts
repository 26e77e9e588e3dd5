import { type ChildProcess, spawn } from "node:child_process";

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

/** A database of its own, ended by the answer; its addresses are put where factories and doors look. */
export async function startDatabase(): Promise<() => Promise<unknown>> {
  const child = spawn(process.execPath, ["scripts/run.cjs", "bench-database"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const addresses = await new Promise<{ ownerUrl: string; appUrl: string }>((resolve, reject) => {
    child.once("message", resolve as (message: unknown) => void);
    child.once("exit", () => reject(new Error("no database")));
  });
  process.env.TEST_OWNER_URL = addresses.ownerUrl;
  process.env.APP_DATABASE_URL = addresses.appUrl;
  return () => {
    const end = ended(child);
    child.kill("SIGTERM");
    return end;
  };
}
