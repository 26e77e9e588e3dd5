export type UnitLevel = "nation" | "province" | "district" | "commune";

/**
 * An administrative unit of one time. A code alone is never a key, because most of today's codes
 * named another place in 2022: (code, validFrom) is. Dates are yyyy-MM-dd, both inclusive; `validTo`
 * null is "still in force". `path` is the ids from the root, each followed by a dot ("1.179.126740.").
 * Source of codes and names: General Statistics Office.
 */
export interface Unit {
  id: string;
  code: string;
  name: string;
  level: UnitLevel;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
  path: string;
}

/** The two trees: three tiers with districts until 30/06/2025, two tiers since. */
export type Era = "past" | "today";

/**
 * The table of 2022 is a snapshot of 10/04/2022 and does not say since when each unit exists. This
 * day, before the first vaccination, stands for "at the time of the campaign".
 */
export const PAST_FROM = "2020-01-01";
export const PAST_TO = "2025-06-30";
/** Districts were abolished on this day. */
export const TODAY_FROM = "2025-07-01";

/** The tree in which a date (yyyy-MM-dd) is read. Days before the snapshot are read in it too. */
export function eraOf(date: string): Era {
  return date < TODAY_FROM ? "past" : "today";
}

const TREE_DIGIT: Record<Era, string> = { today: "1", past: "2" };

/** Codes have 2, 3 and 5 digits by level, so a tree's digit before them is unique and never moves. */
export function unitId(era: Era, code: string): string {
  return TREE_DIGIT[era] + code;
}

/** The root has no code of the Statistics Office: its id is the tree's digit alone. */
export const NATION_CODE = "VN";
export function nationId(era: Era): string {
  return TREE_DIGIT[era];
}

export function eraOfUnit(unit: Unit): Era {
  return eraOf(unit.validFrom);
}

/**
 * Every path at or below this one lies in from ≤ path < to, compared byte by byte (collation "C"):
 * "/" is the character after ".".
 */
export function scopeRange(path: string): { from: string; to: string } {
  return { from: path, to: `${path.slice(0, -1)}/` };
}

/** The path of the province in which a unit lies; of the country its own. */
export function provincePath(path: string): string {
  return path.replace(/^((?:[^.]+\.){1,2}).*$/, "$1");
}
