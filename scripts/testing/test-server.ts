import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUEUES } from "@/lib/server/core/queue";
import { seedUnits } from "@/prisma/seed-units";
import { dropClones, makeTemplate, type Template } from "../database/clones";
import { startDisposableDatabase } from "../database/embedded";
import { prepareTables, takingTurns } from "../database/prepare";
import { makeLogin } from "../database/roles";

export interface TestServer extends Template {
  stop(): Promise<void>;
}

interface Server {
  ownerUrl: string;
  stop(): Promise<void>;
}

const LOGIN = "portal_test_login";

/**
 * A PostgreSQL for tests with a migrated template that holds the units and nothing else: one of our
 * own, gone afterwards, or the server that TEST_DATABASE_URL lends.
 */
export async function startTestServer(): Promise<TestServer> {
  const lentUrl = process.env.TEST_DATABASE_URL;
  const server = lentUrl ? lent(lentUrl) : await startOwn();
  try {
    return { ...server, login: { user: LOGIN, password: await fillTemplate(server.ownerUrl) } };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Returns the password of the login that tests use. */
async function fillTemplate(serverUrl: string): Promise<string> {
  let password = "";
  await makeTemplate(serverUrl, async (ownerUrl) => {
    await takingTurns(ownerUrl, async (owner) => {
      await prepareTables(owner, { ownerUrl, queues: QUEUES });
      password = await makeLogin(owner, LOGIN);
    });
    await seedUnits(ownerUrl);
  });
  return password;
}

async function startOwn(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), "portal-test-"));
  const { cluster, ownerUrl } = await startDisposableDatabase(root);
  const stop = async () => {
    await cluster.child.stop();
    rmSync(root, { recursive: true, force: true });
  };
  return { ownerUrl, stop };
}

const lent = (ownerUrl: string): Server => ({ ownerUrl, stop: () => dropClones(ownerUrl) });
