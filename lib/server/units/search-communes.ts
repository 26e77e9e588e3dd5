import "server-only";
import { foldUnitName } from "@/lib/domain/units/unit-name";
import { query } from "@/lib/server/core/query";

export interface FoundCommune {
  id: string;
  name: string;
  province: string;
}

const MOST = 20;

// A folded name holds letters, digits and spaces only, so the pattern needs no escape.
const BY_NAME = `
  select u.id, u.name, p.name as province from unit u join unit p on p.id = u.parent_id
  where u.level = 'commune' and u.valid_to is null and u.folded_name like '%' || $1 || '%'
  order by u.folded_name = $1 desc, strpos(lower(u.name), lower($2)) = 0, length(u.name), p.name collate "vi-x-icu", u.id limit ${MOST + 1}`;

/** Communes of today by a part of the name, with or without marks; the closest first, written alike before others, twenty at most. */
export const searchCommunes = query<string, { communes: FoundCommune[]; more: boolean }>(
  "unit:read",
  async ({ sql }, text) => {
    const typed = text.trim().slice(0, 100);
    const folded = foldUnitName(typed);
    if (folded === "") return { communes: [], more: false };
    const rows = await sql<FoundCommune>(BY_NAME, [folded, typed]);
    return { communes: rows.slice(0, MOST), more: rows.length > MOST };
  },
);
