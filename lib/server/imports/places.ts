import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import { type CommuneResolution, communeResolver } from "@/lib/domain/units/resolve-commune";
import { placeToday, type Succession } from "@/lib/domain/units/successors";
import type { Unit } from "@/lib/domain/units/unit";
import { ancestorAt, type UnitIndex } from "@/lib/domain/units/unit-index";
import { findResidenceRule, type ResidenceRules } from "./residence-rules";

/** Where a record's work belongs today, and how sure that is. */
export interface Place {
  unitId: string;
  unitPath: string;
  status: "resolved" | "split" | "unresolved" | "ambiguous" | "unknown" | "elsewhere";
  /** the unit of its day, where the file names exactly one */
  receivedUnitId: string | null;
  /** the divided commune among whose successors a choice was or is needed */
  splitUnitId: string | null;
  /** the rule that made the choice */
  ruleId: string | null;
}

type Owner = Pick<Actor, "unitId" | "unitPath">;

interface Placing {
  owner: Owner;
  index: UnitIndex;
  rules: ResidenceRules;
  address: string;
}

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
    splitUnitId: null,
    ruleId: null,
  };
}

/** Also where a choice would be left, but only among communes outside the owner's area. */
function liesElsewhere(today: Succession, owner: Owner): boolean {
  if (today.kind === "unresolved") return false;
  const units = today.kind === "one" ? [today.unit] : today.units;
  return !units.some((unit) => within(unit, owner));
}

/** Where a unit is today and, where it was divided, to which part the rules say that an address belongs. */
function today(unit: Unit, of: Placing) {
  let found = placeToday(unit, of.index);
  let by: { splitUnitId: string; ruleId: string } | null = null;
  // A part may have been divided in turn: each division is decided by a rule of its own.
  for (const seen = new Set<string>(); found.kind === "split" && !seen.has(found.at); ) {
    seen.add(found.at);
    const rule = findResidenceRule(of.rules, found.at, of.address);
    const chosen = rule ? of.index.byId.get(rule.unitId) : undefined;
    if (!rule || !chosen) break;
    by = { splitUnitId: found.at, ruleId: rule.id };
    found = placeToday(chosen, of.index);
  }
  return { place: found, by };
}

function succeed(unit: Unit, of: Placing): Place {
  const { owner, index } = of;
  const { place, by } = today(unit, of);
  const receivedUnitId = unit.id;
  if (liesElsewhere(place, owner)) {
    return { ...undecided("elsewhere", owner, null), receivedUnitId };
  }
  if (place.kind === "one") {
    const { id, path } = place.unit;
    const chosen = by ?? { splitUnitId: null, ruleId: null };
    return { unitId: id, unitPath: path, status: "resolved", receivedUnitId, ...chosen };
  }
  const around = provinceOf(unit, owner, index);
  const splitUnitId = place.kind === "split" ? place.at : null;
  return { ...undecided(place.kind, owner, around), receivedUnitId, splitUnitId };
}

function placeOf(resolution: CommuneResolution, of: Placing): Place {
  const { owner, index } = of;
  if (resolution.kind === "one") return succeed(resolution.unit, of);
  if (resolution.kind === "none") return undecided("unknown", owner, null);
  const [first] = resolution.units;
  return undecided("ambiguous", owner, first ? provinceOf(first, owner, index) : null);
}

/**
 * Finds each record's place of today from the commune that its file names, in the tree of the
 * file's day. A record whose commune is unknown, ambiguous or split sits at its province until
 * somebody chooses, or goes where a rule says that its thôn or tổ belongs; one that belongs outside the
 * owner's area stays with the owner and says so.
 */
export function placer(index: UnitIndex, of: { owner: Owner; day: string; rules: ResidenceRules }) {
  const resolve = communeResolver(index);
  return (record: ParsedRecord): Place => {
    const { provinceName, districtName, communeName, communeCode } = record;
    const named = { provinceName, districtName, communeName, communeCode, date: of.day };
    const { owner, rules } = of;
    return placeOf(resolve(named), { owner, rules, index, address: record.address ?? "" });
  };
}
