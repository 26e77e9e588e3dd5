import {
  type Era,
  NATION_CODE,
  nationId,
  PAST_FROM,
  PAST_TO,
  TODAY_FROM,
  type Unit,
  unitId,
} from "./unit";

/** A row of admin_units_2022.csv or admin_units_2025.csv. */
export interface UnitRow {
  code: string;
  name: string;
  level: "province" | "district" | "commune";
  parent_code: string;
}

/** A row of admin_successors.csv. */
export interface SuccessorRow {
  old_code: string;
  new_code: string;
  relation: string;
  via_code: string;
  confidence: string;
}

/** A row of admin_successors_provinces.csv. */
export interface ProvinceSuccessorRow {
  old_code: string;
  new_code: string;
}

/**
 * One step from a unit of 2022 to a unit of today. `viaCode` is the unit into which it was merged in
 * between. The old unit may be missing from the tree: three codes were made after the snapshot.
 */
export interface UnitSuccessor {
  oldUnitId: string;
  newUnitId: string;
  relation: string;
  confidence: string;
  viaCode: string | null;
}

const VALID: Record<Era, { validFrom: string; validTo: string | null }> = {
  past: { validFrom: PAST_FROM, validTo: PAST_TO },
  today: { validFrom: TODAY_FROM, validTo: null },
};

/** The nation's own name is the same in both trees and in no table. */
const NATION_NAME = "Việt Nam";

/**
 * Both trees as one list, parents before children, today's first. Rows may come in any order.
 * Throws on a row whose parent is not in the table: such a table is damaged.
 */
export function buildUnits(rows: { past: UnitRow[]; today: UnitRow[] }): Unit[] {
  return [...buildTree("today", rows.today), ...buildTree("past", rows.past)];
}

const DEPTH = { province: 1, district: 2, commune: 3 };

function buildTree(era: Era, rows: UnitRow[]): Unit[] {
  const id = nationId(era);
  const root: Unit = {
    id,
    code: NATION_CODE,
    name: NATION_NAME,
    level: "nation",
    parentId: null,
    path: `${id}.`,
    ...VALID[era],
  };
  const byId = new Map([[root.id, root]]);
  const sorted = [...rows].sort(
    (a, b) => DEPTH[a.level] - DEPTH[b.level] || (a.code < b.code ? -1 : 1),
  );
  for (const row of sorted) {
    const unit = buildUnit(era, row, byId);
    byId.set(unit.id, unit);
  }
  return [...byId.values()];
}

function buildUnit(era: Era, row: UnitRow, byId: Map<string, Unit>): Unit {
  const parent = byId.get(row.parent_code ? unitId(era, row.parent_code) : nationId(era));
  if (!parent) throw new Error(`unit ${row.code}: no parent ${row.parent_code}`);
  const id = unitId(era, row.code);
  return {
    id,
    code: row.code,
    name: row.name.normalize("NFC"),
    level: row.level,
    parentId: parent.id,
    path: `${parent.path}${id}.`,
    ...VALID[era],
  };
}

/** The successors of communes and island districts, then those of provinces. */
export function buildSuccessors(
  rows: SuccessorRow[],
  provinces: ProvinceSuccessorRow[],
): UnitSuccessor[] {
  const whole = { relation: "full", via_code: "", confidence: "high" };
  return [...rows, ...provinces.map((row) => ({ ...row, ...whole }))].map((row) => ({
    oldUnitId: unitId("past", row.old_code),
    newUnitId: unitId("today", row.new_code),
    relation: row.relation,
    confidence: row.confidence,
    viaCode: row.via_code === "" ? null : row.via_code,
  }));
}
