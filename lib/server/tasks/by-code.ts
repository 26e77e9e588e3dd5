import "server-only";
import { readRecordCode } from "@/lib/domain/records/record-code";
import { query } from "@/lib/server/core/query";

// The open one before those that were closed, the latest of these first.
const BY_CODE = `
  select t.id from task t join record r on r.id = t.record_id
  where r.code = $1 order by t.state = 'closed', t.id desc limit 1`;

/** The task of the record with this code, in the actor's area; null when there is none. */
export const findTaskByCode = query<string, string | null>("task:read", async ({ sql }, text) => {
  const code = readRecordCode(text);
  if (!code) return null;
  return (await sql<{ id: string }>(BY_CODE, [code]))[0]?.id ?? null;
});
