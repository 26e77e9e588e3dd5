import "server-only";
import type { Sql } from "@/lib/server/core/db";

/** Officers by "force office" with the minutes of open work that each has. */
export type Loads = Map<string, { officerId: string; minutes: number }[]>;

const LOADS = `
  select o.id, o.role, o.unit_id, o.hamlet_id,
    coalesce((select sum(t.effort) from task t where t.assignee_id = o.id and t.state <> 'closed'), 0)::int as minutes
  from officer o
  where o.unit_id = any($1) and o.disabled_at is null and o.role in ('police', 'health', 'hamlet')
  order by o.id`;

/** The loads of the officers of some units, read once for a whole slice. */
export async function readLoads(sql: Sql, unitIds: string[]): Promise<Loads> {
  const rows = await sql<{
    id: string;
    role: string;
    unit_id: string;
    hamlet_id: string | null;
    minutes: number;
  }>(LOADS, [[...new Set(unitIds)]]);
  const loads: Loads = new Map();
  for (const row of rows) {
    const office = row.role === "hamlet" ? (row.hamlet_id ?? "-") : row.unit_id;
    const key = `${row.role} ${office}`;
    const officers = loads.get(key) ?? [];
    officers.push({ officerId: row.id, minutes: row.minutes });
    loads.set(key, officers);
  }
  return loads;
}

/** Gives work to whoever has least; null where an office has nobody, then it waits on the unit's list. */
export function takeLeastLoaded(loads: Loads, office: string, minutes: number): string | null {
  const officers = loads.get(office);
  if (!officers?.length) return null;
  const least = officers.reduce((a, b) => (b.minutes < a.minutes ? b : a));
  least.minutes += minutes;
  return least.officerId;
}
