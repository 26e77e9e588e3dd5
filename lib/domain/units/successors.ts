import { eraOf, eraOfUnit, type Unit, unitId } from "./unit";
import { findUnit, type SuccessorUnit, type UnitIndex } from "./unit-index";

/**
 * Where a place of 2022 is today. `split` waits for a choice among `units`; `likely` is the one that
 * took all the people when the others took only land. `unresolved` is in no table: a choice too.
 */
export type Succession =
  | { kind: "one"; unit: Unit }
  | { kind: "split"; units: Unit[]; likely: Unit | null }
  | { kind: "unresolved" };

/**
 * Successors of any code in force before 01/07/2025: a province, an island district, a commune, also
 * one merged in between or made after the snapshot. Other districts and unknown codes: `unresolved`.
 */
export function successorsOf(pastCode: string, index: UnitIndex): Succession {
  return succession(index.successors.get(unitId("past", pastCode)) ?? []);
}

/** Where the work of a unit of either tree belongs today; a unit of today is its own answer. */
export function placeToday(unit: Unit, index: UnitIndex): Succession {
  if (eraOfUnit(unit) === "today") return { kind: "one", unit };
  return succession(index.successors.get(unit.id) ?? []);
}

/** Where the place that had this code on a day (yyyy-MM-dd) is today. */
export function placeTodayOfCode(code: string, date: string, index: UnitIndex): Succession {
  if (eraOf(date) === "past") return successorsOf(code, index);
  const unit = findUnit(code, "today", index);
  return unit ? { kind: "one", unit } : { kind: "unresolved" };
}

function succession(steps: readonly SuccessorUnit[]): Succession {
  const [first] = steps;
  if (!first) return { kind: "unresolved" };
  if (steps.length === 1) return { kind: "one", unit: first.unit };
  const peopled = steps.filter((step) => step.relation !== "part_area_only");
  const [only] = peopled;
  const likely = peopled.length === 1 && only ? only.unit : null;
  return { kind: "split", units: steps.map((step) => step.unit), likely };
}
