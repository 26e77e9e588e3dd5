import type { UnitSuccessor } from "./build-units";
import { type Era, eraOf, eraOfUnit, type Unit } from "./unit";
import { type NameReading, readUnitName } from "./unit-name";

/** A step to a unit of today, and how the old one came into it. */
export interface SuccessorUnit {
  unit: Unit;
  relation: string;
}

/**
 * Look-ups over both trees, built once and then only read. `names` is by `nameKey`; communes of 2022
 * stand in it under their district and under their province.
 */
export interface UnitIndex {
  byId: ReadonlyMap<string, Unit>;
  /** units of a tree by "era code": a code may have named several, one after the other */
  byCode: ReadonlyMap<string, readonly Unit[]>;
  successors: ReadonlyMap<string, readonly SuccessorUnit[]>;
  names: ReadonlyMap<string, readonly Unit[]>;
}

/** Builds the index from the units of both trees and the steps between them, from files or tables. */
export function buildUnitIndex(
  units: readonly Unit[],
  steps: readonly Pick<UnitSuccessor, "oldUnitId" | "newUnitId" | "relation">[],
): UnitIndex {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map<string, Unit[]>();
  for (const unit of units) push(byCode, `${eraOfUnit(unit)} ${unit.code}`, unit);
  const successors = indexSuccessors(steps, byId);
  return { byId, byCode, successors, names: indexNames(units, byId) };
}

/** Those in force on a day (yyyy-MM-dd); all of them where none was, as with names in use before their day. */
export function preferValid(units: readonly Unit[], date: string): Unit[] {
  const valid = units.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  return valid.length > 0 ? valid : [...units];
}

function indexSuccessors(
  steps: readonly Pick<UnitSuccessor, "oldUnitId" | "newUnitId" | "relation">[],
  byId: Map<string, Unit>,
): Map<string, SuccessorUnit[]> {
  const successors = new Map<string, SuccessorUnit[]>();
  for (const { oldUnitId, newUnitId, relation } of steps) {
    const unit = byId.get(newUnitId);
    if (unit) push(successors, oldUnitId, { unit, relation });
  }
  return successors;
}

/** From the narrowest way of asking to the widest; see `findByName`. */
export type NameForm = "typedMarked" | "marked" | "typedFolded" | "folded";

/** The key of a form of a name below a unit of a level. */
export function nameKey(place: string, form: NameForm, { type, marked, folded }: NameReading) {
  switch (form) {
    case "typedMarked":
      return `${place}|${type}:${marked}`;
    case "marked":
      return `${place}|:${marked}`;
    case "typedFolded":
      return `${place}~${type}:${folded}`;
    case "folded":
      return `${place}~:${folded}`;
  }
}

/** Where units of a level are looked for: below this ancestor. */
export function placeKey(ancestorId: string, level: Unit["level"]): string {
  return `${ancestorId}/${level}`;
}

const FORMS: NameForm[] = ["typedMarked", "marked", "typedFolded", "folded"];

function indexNames(units: readonly Unit[], byId: Map<string, Unit>): Map<string, Unit[]> {
  const names = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.level === "nation") continue;
    const [own] = readUnitName(unit.name, unit.level);
    if (!own) continue;
    for (const ancestor of ancestorsToAskBelow(unit, byId)) {
      const place = placeKey(ancestor, unit.level);
      for (const form of FORMS) push(names, nameKey(place, form, own), unit);
    }
  }
  return names;
}

/** The parent, and for a commune of a district its province too: files often leave the district out. */
function ancestorsToAskBelow(unit: Unit, byId: Map<string, Unit>): string[] {
  const parent = unit.parentId ? byId.get(unit.parentId) : undefined;
  if (!parent) return [];
  return parent.level === "district" && parent.parentId
    ? [parent.id, parent.parentId]
    : [parent.id];
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The unit that had this code in a tree: on a day (yyyy-MM-dd), or the last that had it. Null when there
 * was none. "VN" is the nation.
 */
export function findUnit(code: string, at: Era | { date: string }, index: UnitIndex): Unit | null {
  const era = typeof at === "string" ? at : eraOf(at.date);
  const units = index.byCode.get(`${era} ${code}`) ?? [];
  const [last] = [...(typeof at === "string" ? units : preferValid(units, at.date))].sort((a, b) =>
    a.validFrom < b.validFrom ? 1 : -1,
  );
  return last ?? null;
}

/** From the nation down to the unit itself. Throws on a unit that is not of this index. */
export function breadcrumb(unit: Unit, index: UnitIndex): Unit[] {
  const ids = unit.path.split(".").slice(0, -1);
  return ids.map((id) => {
    const found = index.byId.get(id);
    if (!found) throw new Error(`unit ${unit.id}: no ${id} on its path`);
    return found;
  });
}

/** The unit of a level on the way from the root to this one, itself included; null when there is none. */
export function ancestorAt(unit: Unit, level: Unit["level"], index: UnitIndex): Unit | null {
  return breadcrumb(unit, index).find((each) => each.level === level) ?? null;
}

/** Units of a level in a tree, in the order of their codes. */
export function unitsOf(era: Era, level: Unit["level"], index: UnitIndex): Unit[] {
  return [...index.byId.values()].filter((unit) => unit.level === level && eraOfUnit(unit) === era);
}
