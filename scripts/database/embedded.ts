import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { keptSecret } from "../running/files";
import { findFreePort } from "../running/port";
import { type Cluster, startCluster, superuserUrl } from "./cluster";
import { pathFor, withConnection } from "./connection";
import { type Place, portalPlace, temporaryPlace } from "./place";

export interface EmbeddedDatabase {
  cluster: Cluster;
  /** Address for the owner of the portal's database, who is no superuser. */
  ownerUrl: string;
  /** Starts the server again, at the same address, after it has died. */
  restart(): Promise<Cluster>;
}

const OWNER = "portal_owner";
const DATABASE = "portal";

/** Starts the database kept in the data folder, making it at the first call. */
export async function startPortalDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const logs = join(dataDir, "logs");
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return start(portalPlace(dataDir), { logFile: join(logs, "postgres.log") });
}

/** Starts an empty database below `root`, to be thrown away with it. */
export async function startDisposableDatabase(root: string): Promise<EmbeddedDatabase> {
  return start(temporaryPlace(root), { logFile: join(root, "postgres.log"), disposable: true });
}

async function start(
  place: Place,
  how: { logFile: string; disposable?: boolean },
): Promise<EmbeddedDatabase> {
  const password = keptSecret(join(place.root, "postgres-password"));
  const ownerPassword = keptSecret(join(place.root, "owner-password"));
  const options = { ...how, password, port: await findFreePort() };
  const cluster = await startCluster(place, options);
  await ensureOwner(superuserUrl(cluster, password), ownerPassword);
  return {
    cluster,
    ownerUrl: cluster.url({ user: OWNER, password: ownerPassword, database: DATABASE }),
    restart: () => startCluster(place, options),
  };
}

/** An owner with the rights that a managed PostgreSQL gives, so that nothing here needs more. */
async function ensureOwner(url: string, password: string): Promise<void> {
  await withConnection(url, async (client) => {
    const roles = await client.query("select from pg_roles where rolname = $1", [OWNER]);
    const verb = roles.rowCount === 0 ? "create" : "alter";
    await client.query(
      `${verb} role ${OWNER} login createrole createdb password ${client.escapeLiteral(password)}`,
    );
    const databases = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  });
}

/** Drops what the database holds, as its owner, and makes it anew. */
export async function emptyPortalDatabase(ownerUrl: string): Promise<void> {
  await withConnection(pathFor(ownerUrl, "postgres"), async (owner) => {
    await owner.query(`drop database ${DATABASE} with (force)`);
    await owner.query(`create database ${DATABASE}`);
  });
}
