import "server-only";
import { z } from "zod";
import { ROLES, type Role } from "@/lib/domain/access/roles";
import { found } from "@/lib/server/core/error";
import { cutPage, type Page } from "@/lib/server/core/keyset";
import { type Query, query } from "@/lib/server/core/query";
import { listUnitsToChoose } from "./sql";

export interface OfficerLine {
  id: string;
  username: string;
  fullName: string;
  role: Role;
  unitName: string;
  hamletName: string | null;
  disabled: boolean;
}

/** What of the address of the list is understood; anything else is left out. */
export const OfficerFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  role: z.enum(ROLES).optional().catch(undefined),
  state: z.enum(["open", "disabled"]).optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
  before: z.string().max(100).optional().catch(undefined),
});
export type OfficerFilter = z.output<typeof OfficerFilter>;

const PAGE = 50;

const LIST = `
  select o.id, o.username, o.full_name as "fullName", o.role, u.name as "unitName", h.name as "hamletName",
    o.disabled_at is not null as disabled
  from officer o join unit u on u.id = o.unit_id left join hamlet h on h.id = o.hamlet_id
  where ($1::text is null or position(lower($1) in lower(o.username || ' ' || o.full_name || ' ' || u.name)) > 0)
    and ($2::text is null or o.role = $2)
    and ($3::text is null or (o.disabled_at is not null) = ($3 = 'disabled'))`;
const ONWARD = "and ($4::text is null or o.username > $4) order by o.username";
const BACKWARD = "and o.username < $4 order by o.username desc";

/** Officers of the actor's area by user name, which is also the edge of a page. */
export const listOfficers: Query<OfficerFilter, Page<OfficerLine>> = query(
  "officer:read",
  async ({ sql }, { q, role, state, ...edge }) => {
    const order = edge.before === undefined ? ONWARD : BACKWARD;
    const values = [q || null, role, state, edge.before ?? edge.after];
    const read = await sql<OfficerLine>(`${LIST} ${order} limit ${PAGE + 1}`, values);
    return cutPage(read, { edge, size: PAGE, keyOf: (officer) => officer.username });
  },
);

export interface OfficerDetail extends OfficerLine {
  version: number;
  /** approves what others have corrected */
  approver: boolean;
  createdAt: Date;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
}

/** One officer of the actor's area. */
export const getOfficer: Query<string, OfficerDetail> = query(
  "officer:read",
  async ({ sql }, id) => {
    if (!z.uuid().safeParse(id).success) return found<OfficerDetail>(null);
    const rows = await sql<OfficerDetail>(
      `select o.id, o.username, o.full_name as "fullName", o.role, u.name as "unitName", h.name as "hamletName",
       o.disabled_at is not null as disabled, o.disabled_at as "disabledAt", o.version, o.approver, o.created_at as "createdAt",
       (select max(a.at) from audit_entry a where a.entity = 'officer' and a.entity_id = o.id::text
          and a.command = 'access.signIn') as "lastSignInAt"
     from officer o join unit u on u.id = o.unit_id left join hamlet h on h.id = o.hamlet_id where o.id = $1`,
      [id],
    );
    return found(rows[0]);
  },
);

/** Units to make an account in: the actor's own, those below it, and below one of these if `within`. */
export const listUnitChoices = query(
  "officer:create",
  ({ sql, actor }, within: string | undefined) =>
    listUnitsToChoose(sql, { own: actor.unitId, within }),
);
