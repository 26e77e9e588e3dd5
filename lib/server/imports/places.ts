import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import { type CommuneResolution, communeResolver } from "@/lib/domain/units/resolve-commune";
import { placeToday, type Succession } from "@/lib/domain/units/successors";
import type { Unit } from "@/lib/domain/units/unit";
import { ancestorAt, type UnitIndex } from "@/lib/domain/units/unit-index";

/** Where a record's work belongs today, and how sure that is. */
export interface Place {
  unitId: string;
  unitPath: string;
  status: "resolved" | "split" | "unresolved" | "ambiguous" | "unknown" | "elsewhere";
  /** the unit of its day, where the file names exactly one */
  receivedUnitId: string | null;
}

type Owner = Pick<Actor, "unitId" | "unitPath">;

function within(unit: Unit, owner: Owner): boolean {
  return unit.path.startsWith(owner.unitPath);
}

/** The province of today around a unit of either tree, where the owner may keep records. */
function provinceOf(unit: Unit, owner: Owner, index: UnitIndex): Unit | null {
  const province = ancestorAt(unit, "province", index);
  const today = province ? placeToday(province, index) : null;
  return today?.kind === "one" && within(today.unit, owner) ? today.unit : null;
}

function undecided(status: Place["status"], owner: Owner, around: Unit | null): Place {
  return {
    unitId: around?.id ?? owner.unitId,
    unitPath: around?.path ?? owner.unitPath,
    status,
    receivedUnitId: null,
  };
}

/** Also where a choice would be left, but only among communes outside the owner's area. */
function liesElsewhere(today: Succession, owner: Owner): boolean {
  if (today.kind === "unresolved") return false;
  const units = today.kind === "one" ? [today.unit] : today.units;
  return !units.some((unit) => within(unit, owner));
}

function succeed(unit: Unit, today: Succession, of: { owner: Owner; index: UnitIndex }): Place {
  const { owner, index } = of;
  if (liesElsewhere(today, owner)) {
    return { ...undecided("elsewhere", owner, null), receivedUnitId: unit.id };
  }
  if (today.kind === "one") {
    const { id, path } = today.unit;
    return { unitId: id, unitPath: path, status: "resolved", receivedUnitId: unit.id };
  }
  const around = provinceOf(unit, owner, index);
  return { ...undecided(today.kind, owner, around), receivedUnitId: unit.id };
}

function placeOf(resolution: CommuneResolution, of: { owner: Owner; index: UnitIndex }): Place {
  const { owner, index } = of;
  if (resolution.kind === "one") {
    return succeed(resolution.unit, placeToday(resolution.unit, index), of);
  }
  if (resolution.kind === "none") return undecided("unknown", owner, null);
  const [first] = resolution.units;
  return undecided("ambiguous", owner, first ? provinceOf(first, owner, index) : null);
}

/**
 * Finds each record's place of today from the commune that its file names, in the tree of the
 * file's day. A record whose commune is unknown, ambiguous or split sits at its province until
 * somebody chooses; one that belongs outside the owner's area stays with the owner and says so.
 */
export function placer(index: UnitIndex, of: { owner: Owner; day: string }) {
  const resolve = communeResolver(index);
  return (record: ParsedRecord): Place => {
    const { provinceName, districtName, communeName, communeCode } = record;
    const named = { provinceName, districtName, communeName, communeCode, date: of.day };
    return placeOf(resolve(named), { owner: of.owner, index });
  };
}
