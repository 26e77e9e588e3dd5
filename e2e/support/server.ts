import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { unpackBrowser } from "./browser";

const PROJECT = resolve(import.meta.dirname, "../..");

/**
 * Once for all stories: the browser, and one built server over a database of its own that holds the
 * units and nothing else. What the stories need to know is put into the environment.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ["scripts/run.cjs", "story-server"], {
    cwd: PROJECT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [browser, addresses] = await Promise.all([unpackBrowser(), untilReady(server)]);
  Object.assign(process.env, browser, addresses);
  return async () => {
    server.kill("SIGTERM");
    await once(server, "exit");
  };
}

async function untilReady(server: ChildProcess): Promise<Record<string, string>> {
  const ended = once(server, "exit").then(([status]) => {
    throw new Error(`The server for the stories did not start (${status}).`);
  });
  ended.catch(() => undefined); // expected once the stories are through
  const [addresses] = await Promise.race([once(server, "message"), ended]);
  return addresses;
}
