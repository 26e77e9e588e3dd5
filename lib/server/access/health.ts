import "server-only";
import { callFunction } from "@/lib/server/core/db";

/** Whether this process can reach its database. */
export async function isDatabaseReady(): Promise<boolean> {
  return callFunction("select 1", []).then(
    () => true,
    () => false,
  );
}
