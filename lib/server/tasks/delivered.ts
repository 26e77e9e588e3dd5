import "server-only";
import type { QueryContext } from "@/lib/server/core/query";

const DELIVERED = `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  values ($1, $2, 'delivered', array['fullName','birthDate','sex','idNumber'], 'task')`;

/** Something of the registry is on its way to the officer: whose, is written down. */
export async function noteDelivered({ sql, actor }: QueryContext, recordId: string): Promise<void> {
  await sql(DELIVERED, [actor.officerId, recordId]);
}
