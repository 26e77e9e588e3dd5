import "server-only";
import { z } from "zod";
import { cutPage, type Page } from "@/lib/server/core/keyset";
import { type Query, query } from "@/lib/server/core/query";

/** A line of the log. Of people it names officers only, by their account. */
export interface AuditLine {
  id: string;
  at: Date;
  username: string | null;
  unitName: string | null;
  command: string;
  entity: string | null;
  entityId: string | null;
  result: string;
  reference: string | null;
  cursor: string;
}

const RESULTS = ["done", "refused"] as const;

/** `after` and `before` are cursors of a page's edge: "<time in µs>_<id>". */
const Cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f-]{36}$/)
  .optional()
  .catch(undefined);

export const AuditFilter = z.object({
  command: z.string().max(60).optional().catch(undefined),
  result: z.enum(RESULTS).optional().catch(undefined),
  after: Cursor,
  before: Cursor,
});
export type AuditFilter = z.output<typeof AuditFilter>;

const PAGE = 50;

const LIST = `
  select a.id, a.at, o.username, u.name as "unitName", a.command, a.entity, a.entity_id as "entityId", a.result,
    a.detail->>'reference' as reference,
    to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || a.id as cursor
  from audit_entry a
  left join officer o on o.id = a.officer_id
  left join unit u on u.id = split_part(a.unit_path, '.', array_length(string_to_array(a.unit_path, '.'), 1) - 1)
  where ($1::text is null or a.command = $1)
    and ($2::text is null or (a.result = 'done') = ($2 = 'done'))`;

const OLDER =
  "and ($3::timestamptz is null or (a.at, a.id) < ($3, $4::uuid)) order by a.at desc, a.id desc";
const NEWER = "and (a.at, a.id) > ($3::timestamptz, $4::uuid) order by a.at, a.id";

/** The log of the actor's area, newest first. */
export const listAudit: Query<AuditFilter, Page<AuditLine>> = query(
  "audit:read",
  async ({ sql }, { command, result, ...edge }) => {
    const order = edge.before === undefined ? OLDER : NEWER;
    const [at, id] = (edge.before ?? edge.after ?? "").split("_");
    const values = [command || null, result, at || null, id];
    const read = await sql<AuditLine>(`${LIST} ${order} limit ${PAGE + 1}`, values);
    return cutPage(read, { edge, size: PAGE, keyOf: (line) => line.cursor });
  },
);
