import "server-only";
import { foldName } from "@/lib/domain/records/full-name";
import type { Sql } from "@/lib/server/core/db";

interface Addressed {
  id: string;
  unit_id: string;
  address: string;
}

/** "12 Lê Lợi, Ấp 3" → ["12 le loi", "ap 3"]: the thôn or tổ is one part of an address. */
function partsOf(address: string): string[] {
  return address.split(",").map((part) => foldName(part).trim());
}

/** Puts records on the list of the hamlet that their address names, where the commune has named it. */
export async function placeInHamlets(sql: Sql, recordIds: string[]): Promise<void> {
  const records = await sql<Addressed>(
    "select id, unit_id, address from record where id = any($1) and hamlet_id is null and address <> ''",
    [recordIds],
  );
  if (records.length === 0) return;
  const hamlets = await sql<{ id: string; unit_id: string; folded_name: string }>(
    "select id, unit_id, folded_name from hamlet where unit_id = any($1)",
    [[...new Set(records.map((record) => record.unit_id))]],
  );
  const byName = new Map(hamlets.map((one) => [`${one.unit_id} ${one.folded_name}`, one.id]));
  const placed = records.flatMap((record) => {
    const hamlet = partsOf(record.address)
      .map((part) => byName.get(`${record.unit_id} ${part}`))
      .find((id) => id !== undefined);
    return hamlet ? [{ record_id: record.id, hamlet_id: hamlet }] : [];
  });
  await sql(
    `update record r set hamlet_id = x.hamlet_id
     from jsonb_to_recordset($1::jsonb) as x(record_id uuid, hamlet_id uuid) where r.id = x.record_id`,
    [JSON.stringify(placed)],
  );
}
