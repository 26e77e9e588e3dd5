import type pg from "pg";
import { needsKeys, rekeyRegistry } from "@/prisma/registry/rekey";
import { checkServer, withConnection, withLogin } from "./connection";
import { ensureQueues } from "./jobs";
import { applyMigrations, type MigrationReport } from "./migrations";
import { checkLogin, ensureApplicationRole, makeLogin } from "./roles";

export interface Preparation {
  ownerUrl: string;
  queues: readonly string[];
  /** Address of the application's login, or the name of one to make. */
  login: { url: string } | { name: string };
}

// Any number that is the portal's own: two starts on one database take turns.
const TURN = 20_261_101;

/** Runs `work` on the owner's connection while no other start prepares the same database. */
export function takingTurns<T>(
  ownerUrl: string,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  return withConnection(ownerUrl, async (owner) => {
    await checkServer(owner);
    await owner.query("select pg_advisory_lock($1)", [TURN]);
    return work(owner);
  });
}

/** Roles, tables and queues. Everything that is there already is left as it is. */
export async function prepareTables(
  owner: pg.Client,
  { ownerUrl, queues }: Omit<Preparation, "login">,
): Promise<MigrationReport> {
  await ensureApplicationRole(owner);
  const report = await applyMigrations(ownerUrl);
  // Without keys no record would find anybody, and all would be reported as not found.
  if (await needsKeys(owner)) await rekeyRegistry(owner);
  await ensureQueues(owner, ownerUrl, queues);
  return report;
}

/** Address by which web and worker reach the database. */
export async function applicationUrl(
  owner: pg.Client,
  { ownerUrl, login }: Preparation,
): Promise<string> {
  if ("name" in login) return withLogin(ownerUrl, login.name, await makeLogin(owner, login.name));
  await checkLogin(login.url);
  return login.url;
}
