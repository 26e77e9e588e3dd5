import { foldUnitName, readUnitName } from "@/lib/domain/units/unit-name";

/** A unit of today that accounts can be made in. */
export interface ListedUnit {
  id: string;
  code: string;
  name: string;
  level: string;
  parentName: string | null;
}

export type FoundUnit =
  | { ok: true; id: string }
  | { ok: false; code: "unitMissing" | "unitUnknown" | "unitAmbiguous" };

/**
 * The unit that a list means by a code or a name. A name with its type ("Phường Tân Ninh") is taken
 * at its word before one without; several of the same name need their province or the code.
 */
export function findListedUnit(
  asked: { name: string; province: string },
  units: readonly ListedUnit[],
): FoundUnit {
  if (asked.name === "") return { ok: false, code: "unitMissing" };
  const near = units.filter((unit) => isIn(unit, asked.province));
  for (const says of [sameCode, sameName, sameBareName]) {
    const [unit, another] = near.filter((each) => says(each, asked.name));
    if (unit) return another ? { ok: false, code: "unitAmbiguous" } : { ok: true, id: unit.id };
  }
  return { ok: false, code: "unitUnknown" };
}

function isIn(unit: ListedUnit, province: string): boolean {
  if (province === "") return true;
  const place = unit.level === "province" ? unit.name : unit.parentName;
  return place !== null && bareName(place, "province") === bareName(province, "province");
}

/** A spreadsheet takes the zeros in front of a code off. */
function sameCode(unit: ListedUnit, text: string): boolean {
  return /^\d+$/.test(text) && text.padStart(unit.code.length, "0") === unit.code;
}

function sameName(unit: ListedUnit, text: string): boolean {
  return foldUnitName(unit.name) === foldUnitName(text);
}

function sameBareName(unit: ListedUnit, text: string): boolean {
  const level = unit.level === "province" ? "province" : "commune";
  return bareName(unit.name, level) === bareName(text, level);
}

function bareName(name: string, level: "province" | "commune"): string {
  return readUnitName(name, level)[0]?.folded ?? "";
}
