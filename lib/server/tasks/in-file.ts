import "server-only";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";

// Asked of the corrections, which are seen wherever their record is: the file itself is the province's.
const IN_FILE = `
  select 1 from correction
  where record_id = $1 and publication_id is not null and published_at is null limit 1`;

/** What is in a file for the source has left the portal: nothing takes it back any more. */
export async function refuseInFile(sql: Sql, recordId: string): Promise<void> {
  const rows = await sql(IN_FILE, [recordId]);
  if (rows.length > 0) throw new AppError("RULE", "alreadyInFile");
}
