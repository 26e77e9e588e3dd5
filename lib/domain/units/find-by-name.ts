import { type Era, nationId, type Unit } from "./unit";
import { type NameForm, nameKey, placeKey, type UnitIndex } from "./unit-index";
import { isMarked, readUnitName } from "./unit-name";

type Tier = Exclude<Unit["level"], "nation">;

/** Names in use that folding does not reach. */
const OTHER_PROVINCE_NAMES: Record<string, string> = {
  hcm: "Hồ Chí Minh",
  "tp hcm": "Hồ Chí Minh",
  tphcm: "Hồ Chí Minh",
  "sai gon": "Hồ Chí Minh",
  "br vt": "Bà Rịa - Vũng Tàu",
  brvt: "Bà Rịa - Vũng Tàu",
  "tt hue": "Thừa Thiên Huế",
  "dac lac": "Đắk Lắk",
  "dac lak": "Đắk Lắk",
  "dac nong": "Đắk Nông",
};

/** Districts joined into Thủ Đức on 01/01/2021: files of the campaign still named them. */
const JOINED_DISTRICTS: Record<string, string> = {
  "quan 2": "Thành phố Thủ Đức",
  "q 2": "Thành phố Thủ Đức",
  "quan 9": "Thành phố Thủ Đức",
  "q 9": "Thành phố Thủ Đức",
};

/** Provinces of a tree with this name: none, one, or (never so far) several. */
export function findProvinces(name: string, era: Era, index: UnitIndex): Unit[] {
  const other = OTHER_PROVINCE_NAMES[foldKey(name)];
  return findByName(other ?? name, { ancestorId: nationId(era), level: "province" }, index);
}

/** Districts of a province with this name. "Huyện" and "Thị xã" of one name are both found by "Kỳ Anh". */
export function findDistricts(name: string, province: Unit, index: UnitIndex): Unit[] {
  const other = province.name.endsWith("Hồ Chí Minh") ? JOINED_DISTRICTS[foldKey(name)] : undefined;
  return findByName(other ?? name, { ancestorId: province.id, level: "district" }, index);
}

/** Communes with this name below a district or a whole province. */
export function findCommunes(name: string, ancestor: Unit, index: UnitIndex): Unit[] {
  return findByName(name, { ancestorId: ancestor.id, level: "commune" }, index);
}

/** "Q.9", "Q9" and "quận  9" → "q 9". */
function foldKey(name: string): string {
  const [whole] = readUnitName(name, "commune").slice(-1);
  const spaced = (whole?.marked ?? "").normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  return spaced.replace(/([a-z])(?=\d)/g, "$1 ").replace(/ +/g, " ");
}

/**
 * All units of a level below an ancestor that the text may mean, by the surest form that finds any.
 * A text that carries marks is first taken at its word; one without marks can't tell "Sa Pa" from
 * "Sa Pả" and finds both. A type that differs ("Xã" for what became a "Phường") is not held against it.
 */
function findByName(
  text: string,
  { ancestorId, level }: { ancestorId: string; level: Tier },
  index: UnitIndex,
): Unit[] {
  const readings = readUnitName(text, level);
  const place = placeKey(ancestorId, level);
  for (const forms of orderOfForms(isMarked(text), (readings[0]?.type ?? "") !== "")) {
    const found = new Set<Unit>();
    for (const form of forms) {
      for (const reading of readings) {
        for (const unit of index.names.get(nameKey(place, form, reading)) ?? []) found.add(unit);
      }
    }
    if (found.size > 0) return [...found];
  }
  return [];
}

function orderOfForms(marked: boolean, typed: boolean): NameForm[][] {
  if (!marked) return typed ? [["typedFolded"], ["folded"]] : [["folded"]];
  if (!typed) return [["marked"], ["folded"]];
  return [["typedMarked"], ["marked", "typedFolded"], ["folded"]];
}
