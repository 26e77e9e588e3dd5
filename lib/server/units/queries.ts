import "server-only";
import { query } from "@/lib/server/core/query";

/** Names of the units from the widest to the actor's own. */
export const getUnitTrail = query("unit:read", async ({ sql, actor }) => {
  const ids = actor.unitPath.split(".").filter(Boolean);
  const rows = await sql<{ name: string }>(
    "select name from unit where id = any($1) order by length(path)",
    [ids],
  );
  return rows.map((row) => row.name);
});
