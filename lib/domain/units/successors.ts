import { eraOf, type Unit, unitId } from "./unit";
import { findUnit, type SuccessorUnit, type UnitIndex } from "./unit-index";

/**
 * Where a place of 2022 is today. `split` waits for a choice among `units`; `likely` is the one that
 * took all the people when the others took only land. `unresolved` is in no table: a choice too.
 */
export type Succession =
  | { kind: "one"; unit: Unit }
  /** `at` is the id of the unit that was divided: not the asked one where others came in between */
  | { kind: "split"; units: Unit[]; likely: Unit | null; at: string }
  | { kind: "unresolved" };

/**
 * Successors of any code in force before 01/07/2025: a province, an island district, a commune, also
 * one merged in between or made after the snapshot. Other districts and unknown codes: `unresolved`.
 */
export function successorsOf(pastCode: string, index: UnitIndex): Succession {
  return succession(unitId("past", pastCode), index);
}

/** Where the work of a unit of either tree belongs today; a unit in force is its own answer. */
export function placeToday(unit: Unit, index: UnitIndex): Succession {
  if (unit.validTo === null) return { kind: "one", unit };
  return succession(unit.id, index);
}

/** Where the place that had this code on a day (yyyy-MM-dd) is today. */
export function placeTodayOfCode(code: string, date: string, index: UnitIndex): Succession {
  if (eraOf(date) === "past") return successorsOf(code, index);
  const unit = findUnit(code, { date }, index);
  return unit ? placeToday(unit, index) : { kind: "unresolved" };
}

/** The units in force that a step leads to; the one that it names may have been changed since. */
function leavesOf(step: SuccessorUnit, index: UnitIndex): Unit[] {
  const today = placeToday(step.unit, index);
  if (today.kind === "one") return [today.unit];
  return today.kind === "split" ? today.units : [];
}

function succession(from: string, index: UnitIndex): Succession {
  const steps = index.successors.get(from) ?? [];
  const [first] = steps;
  if (!first) return { kind: "unresolved" };
  if (steps.length === 1) return placeToday(first.unit, index);
  const units = [...new Set(steps.flatMap((step) => leavesOf(step, index)))];
  const [one, ...others] = units;
  // What was divided may have come together again.
  if (one && others.length === 0) return { kind: "one", unit: one };
  const peopled = steps.filter((step) => step.relation !== "part_area_only");
  const [only] = peopled.length === 1 ? peopled.flatMap((step) => leavesOf(step, index)) : [];
  return { kind: "split", units, likely: only ?? null, at: from };
}
