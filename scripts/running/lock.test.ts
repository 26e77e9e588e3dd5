import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock } from "./lock";
import { processIdentity } from "./process-identity";

let folder: string;
const note = () => join(folder, "running.json");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lets one start in, and names it to the second", async () => {
  const lock = await takeLock(folder, 3000);
  const second = takeLock(folder, 3001);
  await expect(second).rejects.toMatchObject({
    code: "start.alreadyRunning",
    params: { pid: `${process.pid}`, port: "3000" },
  });
  lock.release();
  expect(existsSync(note())).toBe(false);
});

it("waits for one that is ending", async () => {
  const first = await takeLock(folder, 3000);
  first.stopping();
  let isIn = false;
  const second = takeLock(folder, 3000).then((lock) => {
    isIn = true;
    return lock;
  });
  await new Promise(setImmediate);
  expect(isIn).toBe(false);
  first.release();
  await expect(second).resolves.toBeDefined();
});

it("takes over from a start that was killed, though its number lives on", async () => {
  const killed = { pid: process.pid, identity: "an earlier one", port: 3000, children: [] };
  writeFileSync(note(), JSON.stringify(killed));
  await expect(takeLock(folder, 3000)).resolves.toBeDefined();
});

it("takes over a note that was never finished", async () => {
  writeFileSync(note(), '{"pid":');
  await expect(takeLock(folder, 3000)).resolves.toBeDefined();
});

it("knows a process by when it began", () => {
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(process.ppid)).not.toBe(processIdentity(process.pid));
  expect(processIdentity(2 ** 22 + 1)).toBeNull();
});
