import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { keptSecret } from "../running/files";
import { Problem } from "../running/problem";
import { readSettings } from "../running/settings";
import { startPortalDatabase } from "./embedded";
import { portalPlace } from "./place";

export interface PortalDatabase {
  /** the owner's address */
  url: string;
  /** Ends what was started for this; leaves alone what was running already. */
  stop(): Promise<void>;
}

const PORT_LINE = 3;

/** The embedded database of a portal that is running now, by the note that PostgreSQL keeps. */
async function running(dataDir: string): Promise<string | null> {
  const place = portalPlace(dataDir);
  const note = join(place.data, "postmaster.pid");
  if (!existsSync(note)) return null;
  const port = readFileSync(note, "utf8").split("\n")[PORT_LINE]?.trim();
  const password = keptSecret(join(place.root, "owner-password"));
  const url = `postgresql://portal_owner:${password}@127.0.0.1:${port}/portal`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  const reached = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  return reached ? url : null;
}

/**
 * The portal's database for a command beside it: DATABASE_URL, else the embedded one, whether the
 * portal is running or not. Throws a `Problem` where there is none yet.
 */
export async function portalDatabase(): Promise<PortalDatabase> {
  const { DATABASE_URL, PORTAL_DATA_DIR } = readSettings();
  const nothing = async () => undefined;
  if (DATABASE_URL) return { url: DATABASE_URL, stop: nothing };
  if (!existsSync(PORTAL_DATA_DIR)) throw new Problem("database.notStartedYet");
  const url = await running(PORTAL_DATA_DIR);
  if (url) return { url, stop: nothing };
  const embedded = await startPortalDatabase(PORTAL_DATA_DIR);
  return { url: embedded.ownerUrl, stop: async () => void (await embedded.cluster.child.stop()) };
}
