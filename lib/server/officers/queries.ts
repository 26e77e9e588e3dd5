import "server-only";
import type { Role } from "@/lib/domain/access/roles";
import { query } from "@/lib/server/core/query";

export interface OfficerLine {
  id: string;
  username: string;
  fullName: string;
  role: Role;
  unitName: string;
  disabledAt: Date | null;
  version: number;
}

const PAGE = 100;

/** Officers of the actor's area by username; `after` is the last username of the page before. */
export const listOfficers = query<{ after?: string }, { officers: OfficerLine[]; next: string | null }>(
  "officer:read",
  async ({ sql }, { after }) => {
    const rows = await sql<OfficerLine>(
      `select o.id, o.username, o.full_name as "fullName", o.role, u.name as "unitName",
         o.disabled_at as "disabledAt", o.version
       from officer o join unit u on u.id = o.unit_id
       where $1::text is null or o.username > $1 order by o.username limit ${PAGE + 1}`,
      [after ?? null],
    );
    const officers = rows.slice(0, PAGE);
    return { officers, next: rows.length > PAGE ? (officers.at(-1)?.username ?? null) : null };
  },
);

export interface UnitChoice {
  id: string;
  name: string;
  level: string;
  parentName: string | null;
}

/** Today's units of the actor's area in which officers can be made. */
export const listUnitChoices = query("officer:read", async ({ sql }) =>
  sql<UnitChoice>(
    `select u.id, u.name, u.level, p.name as "parentName" from unit u left join unit p on p.id = u.parent_id
     where u.valid_to is null and u.path >= current_setting('app.scope_from', true)
       and u.path < current_setting('app.scope_to', true)
     order by u.level desc, p.name collate "vi-x-icu", u.name collate "vi-x-icu" limit 4000`,
  ),
);
