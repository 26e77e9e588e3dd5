// One built server for the stories, over a database of its own; it tells its addresses to the
// process that started it and ends with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cloneTemplate } from "./database/clones";
import { startChild } from "./running/child";
import { untilHealthy } from "./running/health";
import { findFreePort } from "./running/port";
import { childEnvironment, ownProgram } from "./running/programs";
import { startTestServer } from "./testing/test-server";

const BUILD_AND_START_MS = 600_000;

const dataDir = mkdtempSync(join(tmpdir(), "portal-story-"));
const server = await startTestServer();
const { ownerUrl, appUrl } = await cloneTemplate(server, "stories");
const port = await findFreePort();
const env = childEnvironment({
  DATABASE_URL: ownerUrl,
  PORTAL_DATA_DIR: dataDir,
  PORT: `${port}`,
  HOST: "127.0.0.1",
  SEED: "units",
});
const portal = await startChild(
  ownProgram("start", { env, stdio: ["ignore", "inherit", "inherit"] }),
);

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  await portal.stop(30_000);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
function end(status: number): void {
  stopping ??= stop();
  void stopping.then(() => process.exit(status));
}

process.on("SIGTERM", () => end(0));
process.on("SIGINT", () => end(0));
process.on("disconnect", () => end(0));
void portal.ended.then(() => end(1));

const origin = `http://127.0.0.1:${port}`;
if (await untilHealthy(origin, BUILD_AND_START_MS)) {
  process.send?.({ E2E_BASE_URL: origin, TEST_OWNER_URL: ownerUrl, APP_DATABASE_URL: appUrl });
} else {
  end(1);
}
