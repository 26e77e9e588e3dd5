import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { startChild } from "./child";
import { processIdentity } from "./process-identity";

const PROJECT = resolve(import.meta.dirname, "../..");
const LONG = "setInterval(() => {}, 1000)";

const program = (code: string) => ({
  command: process.execPath,
  args: ["-e", code],
  env: process.env,
  cwd: "/",
  stdio: ["ignore", "pipe", "ignore"] as ["ignore", "pipe", "ignore"],
  stopSignal: "SIGTERM" as const,
});

/** A program that starts another, tells its number and stays. */
const WITH_CHILD = `
  const other = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(LONG)}]);
  console.log(other.pid);
  ${LONG}`;

async function firstNumber(stdout: NodeJS.ReadableStream | null): Promise<number> {
  const [chunk] = await once(stdout as NodeJS.ReadableStream, "data");
  return Number(`${chunk}`.trim());
}

const gone = (pid: number) =>
  expect.poll(() => processIdentity(pid), { timeout: 5_000 }).toBeNull();

it("stops what the program started along with it", async () => {
  const child = await startChild(program(WITH_CHILD));
  const other = await firstNumber(child.process.stdout);
  await child.stop();
  expect(await child.ended).toBe("SIGTERM");
  await gone(other);
});

it("insists with a program that won't stop", async () => {
  const child = await startChild(
    program(`process.on("SIGTERM", () => {}); console.log(1); ${LONG}`),
  );
  await firstNumber(child.process.stdout);
  await child.stop(100);
  expect(await child.ended).toBe("SIGKILL");
});

it("leaves nothing running when the process that started it is killed outright", async () => {
  const parent = `
    const { startChild } = await import("./scripts/running/child.ts");
    const child = await startChild({ command: process.execPath, args: ["-e", ${JSON.stringify(LONG)}],
      env: process.env, cwd: "/", stdio: "ignore", stopSignal: "SIGTERM" });
    console.log(child.pid);`;
  const args = ["--import", "tsx", "--input-type=module", "-e", parent];
  const starter = spawn(process.execPath, args, {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started = await firstNumber(starter.stdout);
  starter.kill("SIGKILL");
  await gone(started);
});
