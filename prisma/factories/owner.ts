import pg from "pg";
import { testDatabase } from "./database";

/** The owner's connection to this worker's database, for factories: connect it before, end it after. */
export function ownerClient(): pg.Client {
  return new pg.Client({ connectionString: testDatabase().ownerUrl });
}
