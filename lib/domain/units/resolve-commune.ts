import { findCommunes, findDistricts, findProvinces } from "./find-by-name";
import { type Era, eraOf, type Unit } from "./unit";
import { ancestorAt, findUnit, preferValid, type UnitIndex } from "./unit-index";

/** A commune as a file names it; `date` (yyyy-MM-dd) is the day on which its names and codes are read. */
export interface CommuneAsNamed {
  provinceName: string | null;
  districtName: string | null;
  communeName: string | null;
  communeCode: string | null;
  date: string;
}

/** `many` waits for a person's choice; `none` says at which level the name was not found. */
export type CommuneResolution =
  | { kind: "one"; unit: Unit }
  | { kind: "many"; units: Unit[] }
  | { kind: "none"; level: "province" | "district" | "commune" };

/**
 * The commune that a file names, in the tree of the file's date. A code alone decides when no name is
 * given; a code and names that mean different communes are both listed, because either may be wrong.
 */
export function resolveCommune(named: CommuneAsNamed, index: UnitIndex): CommuneResolution {
  const era = eraOf(named.date);
  const byCode = findByCode(named.communeCode, named.date, index);
  if (!given(named.communeName)) {
    return byCode ? { kind: "one", unit: byCode } : { kind: "none", level: "commune" };
  }
  const byName = findByNames(named, era, index);
  if (!byCode) return byName;
  return weighCode(byCode, byName, { communeName: named.communeName, index });
}

/**
 * `resolveCommune` that remembers its answers: the rows of a file name the same few places again and
 * again. Keep one for a file, not for ever: what it remembers grows with every new spelling.
 */
export function communeResolver(index: UnitIndex): (named: CommuneAsNamed) => CommuneResolution {
  const known = new Map<string, CommuneResolution>();
  return (named) => {
    const { provinceName, districtName, communeName, communeCode, date } = named;
    const key = [provinceName, districtName, communeName, communeCode, date].join("\n");
    const remembered = known.get(key);
    if (remembered) return remembered;
    const resolution = resolveCommune(named, index);
    known.set(key, resolution);
    return resolution;
  };
}

/** Names settle nothing that a code contradicts, and a code settles what names leave open. */
function weighCode(
  byCode: Unit,
  byName: CommuneResolution,
  { communeName, index }: { communeName: string; index: UnitIndex },
): CommuneResolution {
  const one: CommuneResolution = { kind: "one", unit: byCode };
  if (byName.kind === "none") return isNamed(byCode, communeName, index) ? one : byName;
  const units = byName.kind === "one" ? [byName.unit] : byName.units;
  return units.includes(byCode) ? one : { kind: "many", units: [...units, byCode] };
}

function isNamed(unit: Unit, communeName: string, index: UnitIndex): boolean {
  const province = ancestorAt(unit, "province", index);
  return province !== null && findCommunes(communeName, province, index).includes(unit);
}

/** A spreadsheet takes the leading zeros off: "4" is "00004". */
function findByCode(code: string | null, date: string, index: UnitIndex): Unit | null {
  const digits = code?.trim() ?? "";
  if (!/^\d{1,5}$/.test(digits)) return null;
  return findUnit(digits.padStart(5, "0"), { date }, index);
}

function findByNames(named: CommuneAsNamed, era: Era, index: UnitIndex): CommuneResolution {
  if (!given(named.provinceName)) return { kind: "none", level: "province" };
  const provinces = findProvinces(named.provinceName, era, index);
  if (provinces.length === 0) return { kind: "none", level: "province" };
  const { districtName } = named;
  const parents =
    era === "past" && given(districtName)
      ? provinces.flatMap((province) => findDistricts(districtName, province, index))
      : provinces;
  if (parents.length === 0) return { kind: "none", level: "district" };
  const communes = parents.flatMap((parent) =>
    findCommunes(named.communeName ?? "", parent, index),
  );
  return choose(preferValid(communes, named.date));
}

function choose(units: Unit[]): CommuneResolution {
  const [first, ...others] = units;
  if (!first) return { kind: "none", level: "commune" };
  return others.length === 0 ? { kind: "one", unit: first } : { kind: "many", units };
}

function given(text: string | null): text is string {
  return text !== null && text.trim() !== "";
}
