import "server-only";
import { type UnitChangeRequest, unitsNamed, unitsOfChange } from "@/lib/domain/units/change";
import { type Planned, planChange } from "@/lib/domain/units/plan-change";
import type { Unit } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";

const NAMED = `
  select id, code, name, level, parent_id as "parentId", valid_from as "validFrom", valid_to as "validTo", path
  from unit where id = any($1)`;
/** Ids that may have been used already, and codes in force, of the communes that a change makes. */
const TAKEN = "select id from unit where id = any($1) or split_part(id, '-', 1) = any($1)";
const CODES = `
  select code, id from unit where level = 'commune' and valid_to is null and code = any($1)`;

function codesOf(request: UnitChangeRequest, units: readonly Unit[]): string[] {
  const made =
    request.kind === "split" ? request.parts : request.kind === "province" ? [] : [request.into];
  return [
    ...made.flatMap((target) => ("code" in target ? [target.code] : [])),
    ...units.map((unit) => unit.code),
  ];
}

export async function readUnits(sql: Sql, ids: readonly string[]): Promise<Map<string, Unit>> {
  const rows = await sql<Unit>(NAMED, [ids]);
  return new Map(rows.map((unit) => [unit.id, unit]));
}

/** Plans a change by the units as they are now. */
export async function planNow(
  sql: Sql,
  request: UnitChangeRequest,
  on: string,
): Promise<Planned & { units: Map<string, Unit> }> {
  const units = await readUnits(sql, unitsNamed(request));
  const codes = codesOf(request, [...units.values()]);
  const ids = [...codes.map((code) => `1${code}`), ...unitsOfChange(request)];
  const plain = [...new Set(ids.map((id) => id.split("-")[0] ?? id))];
  const taken = await sql<{ id: string }>(TAKEN, [plain]);
  const holders = await sql<{ code: string; id: string }>(CODES, [codes]);
  const planned = planChange(request, {
    units,
    takenIds: new Set(taken.map(({ id }) => id)),
    codes: new Map(holders.map(({ code, id }) => [code, id])),
    on,
  });
  return { ...planned, units };
}

/** The narrowest unit around all that a change touches: where it is listed. */
export function areaOf(units: Iterable<Unit>): string {
  const paths = [...units].map((unit) => unit.path.split(".").slice(0, -1));
  const [first = []] = paths;
  const shared = first.filter((id, at) => paths.every((path) => path[at] === id));
  // A commune alone is listed in its province.
  return `${shared.slice(0, 2).join(".")}.`;
}
