/** Addresses of the database that belongs to this test worker alone. */
export interface TestDatabase {
  /** For factories: owns the tables, no row is hidden from it. */
  ownerUrl: string;
  /** What the portal itself uses, in APP_DATABASE_URL too. */
  appUrl: string;
}

/** The database of this worker, in tests of the database and of stories alike. */
export function testDatabase(): TestDatabase {
  const { TEST_OWNER_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env;
  if (!ownerUrl || !appUrl) throw new Error("No database here: is this a *.db.test.ts or a story?");
  return { ownerUrl, appUrl };
}
