import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("exit", resolve));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The built portal over a database, as `npm start` serves it. */
export async function startPortal(
  ownerUrl: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), "portal-bench-"));
  const port = await freePort();
  const env = { DATABASE_URL: ownerUrl, PORTAL_DATA_DIR: data, PORT: `${port}`, SEED: "units" };
  const child = spawn(process.execPath, ["scripts/run.cjs", "start"], {
    env: { ...process.env, ...env, HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}`);
    await sleep(200);
  }
  return {
    origin,
    stop: async () => {
      const end = ended(child);
      child.kill("SIGINT");
      await end;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
