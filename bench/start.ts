// Seconds until the portal is ready: npm run bench:start [-- --json <file>]
// Ours beside the bare server over nothing (what Next itself needs) and the limits that were set.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { machine } from "./result";

interface Result {
  case: string;
  metric: string;
  ours: number;
  peer: number;
  limit: number;
  unit: string;
}

const LIMITS = { first: 180, again: 15 };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}

/** Seconds from the command to the first answer with status 200 at `path`. */
async function secondsTo(args: string[], env: Record<string, string>, path: string) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${env.PORT}${path}`;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    await sleep(50);
  }
  const seconds = (performance.now() - begun) / 1000;
  await stop(child);
  return Number(seconds.toFixed(1));
}

async function measure(): Promise<Result[]> {
  const data = mkdtempSync(join(tmpdir(), "portal-bench-"));
  rmSync(".next", { recursive: true, force: true });
  const env = { PORT: String(await freePort()), PORTAL_DATA_DIR: data, HOST: "127.0.0.1" };
  try {
    const start = ["scripts/run.cjs", "start"];
    const first = await secondsTo(start, env, "/api/health");
    const again = await secondsTo(start, env, "/api/health");
    const bare = ["node_modules/next/dist/bin/next", "start", "-p", env.PORT];
    const peer = await secondsTo(bare, { ...env, NODE_ENV: "production" }, "/mark.svg");
    const common = { metric: "seconds to ready", peer, unit: "s" };
    return [
      { case: "first start", ours: first, limit: LIMITS.first, ...common },
      { case: "next start", ours: again, limit: LIMITS.again, ...common },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { json: { type: "string" } },
});
const results = await measure();
process.stdout.write(
  `${"case".padEnd(14)}${"ours".padStart(8)}${"peer".padStart(8)}${"limit".padStart(8)}\n`,
);
for (const { case: name, ours, peer, limit } of results) {
  const cells = [ours, peer, limit].map((value) => `${value} s`.padStart(8)).join("");
  process.stdout.write(`${name.padEnd(14)}${cells}\n`);
}
if (values.json) {
  writeFileSync(
    values.json,
    JSON.stringify({ bench: "start", machine: machine(), results }, null, 2),
  );
}
process.exit(0);
