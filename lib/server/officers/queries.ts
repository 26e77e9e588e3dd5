import "server-only";
import { z } from "zod";
import { ROLES, type Role } from "@/lib/domain/access/roles";
import { found } from "@/lib/server/core/error";
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

export interface OfficerPage {
  officers: OfficerLine[];
  previous: string | null;
  next: string | null;
}

const PAGE = 50;

const LIST = `
  select o.id, o.username, o.full_name as "fullName", o.role, u.name as "unitName", h.name as "hamletName",
    o.disabled_at is not null as disabled
  from officer o join unit u on u.id = o.unit_id left join hamlet h on h.id = o.hamlet_id
  where ($1::text is null or position(lower($1) in lower(o.username || ' ' || o.full_name || ' ' || u.name)) > 0)
    and ($2::text is null or o.role = $2)
    and ($3::text is null or (o.disabled_at is not null) = ($3 = 'disabled'))`;

/** Officers of the actor's area by user name, `after` or `before` the user name of a page's edge. */
export const listOfficers: Query<OfficerFilter, OfficerPage> = query(
  "officer:read",
  async ({ sql }, filter) => {
    const back = filter.before !== undefined;
    const edge = filter.before ?? filter.after ?? "";
    const order = back
      ? "and o.username < $4 order by o.username desc"
      : "and o.username > $4 order by o.username";
    const rows = await sql<OfficerLine>(`${LIST} ${order} limit ${PAGE + 1}`, [
      filter.q || null,
      filter.role ?? null,
      filter.state ?? null,
      edge,
    ]);
    const officers = back ? rows.slice(0, PAGE).reverse() : rows.slice(0, PAGE);
    const more = rows.length > PAGE;
    const first = officers.at(0)?.username ?? null;
    const last = officers.at(-1)?.username ?? null;
    return {
      officers,
      previous: (back ? more : edge !== "") ? first : null,
      next: back || more ? last : null,
    };
  },
);

export interface OfficerDetail extends OfficerLine {
  version: number;
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
       o.disabled_at is not null as disabled, o.disabled_at as "disabledAt", o.version, o.created_at as "createdAt",
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
