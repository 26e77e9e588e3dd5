import "server-only";
import type { UnitLevel } from "@/lib/domain/access/roles";
import type { ListedUnit } from "@/lib/domain/officers/listed-unit";
import type { NewOfficer } from "@/lib/domain/officers/new-officer";
import type { Sql } from "@/lib/server/core/db";

export interface UnitRow {
  id: string;
  name: string;
  path: string;
  level: UnitLevel;
}

/** Today's units of the actor's area: the table itself is open to all, so the range is said here. */
const IN_AREA = `u.valid_to is null and u.path >= current_setting('app.scope_from', true)
  and u.path < current_setting('app.scope_to', true)`;

/** Of these units the ones in which the actor may make officers. */
export async function listUnitsById(sql: Sql, ids: string[]): Promise<Map<string, UnitRow>> {
  const rows = await sql<UnitRow>(
    `select u.id, u.name, u.path, u.level from unit u where u.id = any($1) and ${IN_AREA}`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** All of them, for a list that names units in words. */
export function listUnitsOfArea(sql: Sql): Promise<ListedUnit[]> {
  return sql<ListedUnit>(
    `select u.id, u.code, u.name, u.level, p.name as "parentName"
     from unit u left join unit p on p.id = u.parent_id where ${IN_AREA}`,
  );
}

/** The actor's own unit, the ones directly below it, and those below one of these (a province). */
export function listUnitsToChoose(
  sql: Sql,
  below: { own: string; within?: string },
): Promise<ListedUnit[]> {
  return sql<ListedUnit>(
    `select u.id, u.code, u.name, u.level, p.name as "parentName"
     from unit u left join unit p on p.id = u.parent_id
     where (u.id = $1 or u.parent_id = $1 or u.parent_id = $2) and ${IN_AREA}
     order by length(u.path) - length(replace(u.path, '.', '')), u.name collate "vi-x-icu"`,
    [below.own, below.within ?? null],
  );
}

/** User names are one for the whole country, also where the actor can't see them. */
export async function listTakenUsernames(sql: Sql, usernames: string[]): Promise<Set<string>> {
  const rows = await sql<{ username: string }>(
    `select asked.username from unnest($1::text[]) as asked(username), sign_in_lookup(asked.username) l
     where l.officer_id is not null`,
    [usernames],
  );
  return new Set(rows.map((row) => row.username));
}

/** Hamlet ids that are not of the unit they were given with. */
export async function listForeignHamlets(sql: Sql, officers: NewOfficer[]): Promise<Set<string>> {
  const given = officers.filter((officer) => officer.hamletId);
  if (given.length === 0) return new Set();
  const rows = await sql<{ id: string }>(
    `select g.id from unnest($1::uuid[], $2::text[]) as g(id, unit_id)
     where not exists (select 1 from hamlet h where h.id = g.id and h.unit_id = g.unit_id)`,
    [given.map((officer) => officer.hamletId), given.map((officer) => officer.unitId)],
  );
  return new Set(rows.map((row) => row.id));
}
