import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkServer, withConnection } from "../database/connection";
import { emptyPortalDatabase, startPortalDatabase } from "../database/embedded";
import { writePrivate } from "./files";
import type { Household } from "./household";
import { step } from "./say";
import type { Settings } from "./settings";

/** The database of this start, ours or given by DATABASE_URL. */
export interface KeptDatabase {
  ownerUrl: string;
  /** Name of the login for web and worker, where none is given. */
  loginName: string;
  /** Empties it to begin anew; only for our own, where nobody else has anything. */
  empty?: () => Promise<void>;
}

export async function keptDatabase(
  settings: Settings,
  household: Household,
): Promise<KeptDatabase> {
  const { DATABASE_URL, PORTAL_DATA_DIR } = settings;
  if (DATABASE_URL) {
    await withConnection(DATABASE_URL, checkServer);
    // Several installations may share a server: a login each, so that none locks out another.
    return { ownerUrl: DATABASE_URL, loginName: `portal_login_${installationId(PORTAL_DATA_DIR)}` };
  }
  const embedded = await step("database", () => startPortalDatabase(PORTAL_DATA_DIR));
  household.keep("PostgreSQL", household.adopt(embedded.cluster.child), async () =>
    household.adopt((await embedded.restart()).child),
  );
  return {
    ownerUrl: embedded.ownerUrl,
    loginName: "portal_login",
    empty: () => emptyPortalDatabase(embedded.ownerUrl),
  };
}

function installationId(dataDir: string): string {
  const file = join(dataDir, "installation");
  if (!existsSync(file)) writePrivate(file, randomBytes(4).toString("hex"));
  return readFileSync(file, "utf8").trim();
}
