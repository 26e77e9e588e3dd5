import pg from "pg";

/** Addresses of the database that belongs to this test worker alone, or to all stories together. */
export interface TestDatabase {
  /** For factories: owns the tables, no row is hidden from it. */
  ownerUrl: string;
  /** What the portal itself uses, in APP_DATABASE_URL too. */
  appUrl: string;
}

export type OwnerConnection = pg.Client;

/** The database of this worker, in tests of the database and in stories alike. */
export function testDatabase(): TestDatabase {
  const { TEST_OWNER_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env;
  if (!ownerUrl || !appUrl) throw new Error("No database here: is this a *.db.test.ts or a story?");
  return { ownerUrl, appUrl };
}

/** A connection as the owner, to prepare rows with and to look at what came of them. */
export async function connectAsOwner(): Promise<OwnerConnection> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  return client;
}
