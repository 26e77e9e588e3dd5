// A database of its own for a measurement: it tells its addresses to the process that started it and
// ends with it. `node scripts/run.cjs bench-database [folder]` with an IPC channel; with a folder the
// data is kept there, otherwise it is thrown away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUEUES } from "@/lib/server/core/queue";
import { seedUnits } from "@/prisma/seed-units";
import { withLogin } from "./database/connection";
import { startDisposableDatabase, startPortalDatabase } from "./database/embedded";
import { prepareTables, takingTurns } from "./database/prepare";
import { makeLogin } from "./database/roles";

const LOGIN = "portal_bench";
const kept = process.argv[3];
const root = kept ?? mkdtempSync(join(tmpdir(), "portal-bench-"));
const { cluster, ownerUrl } = kept
  ? await startPortalDatabase(kept)
  : await startDisposableDatabase(root);

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  await cluster.child.stop();
  if (!kept) rmSync(root, { recursive: true, force: true });
}
function end(status: number): void {
  stopping ??= stop();
  void stopping.then(() => process.exit(status));
}
process.on("SIGTERM", () => end(0));
process.on("SIGINT", () => end(0));
process.on("disconnect", () => end(0));

const password = await takingTurns(ownerUrl, async (owner) => {
  await prepareTables(owner, { ownerUrl, queues: QUEUES });
  return makeLogin(owner, LOGIN);
});
await seedUnits(ownerUrl);
const addresses = { ownerUrl, appUrl: withLogin(ownerUrl, LOGIN, password) };
if (process.send) process.send(addresses);
else process.stdout.write(`${JSON.stringify(addresses)}\n`);
