import map from "@svg-maps/vietnam";

/** Ids of the package that are not the name of the province without marks. */
const ODD: Record<string, string> = { baria: "77", hcm: "79", tthue: "46" };

/** The two archipelagos, which the package keeps apart from the province that each belongs to. */
export const ARCHIPELAGOS = ["hoangsa", "truongsa"] as const;
export type Archipelago = (typeof ARCHIPELAGOS)[number];

export interface ProvinceStep {
  old_code: string;
  old_name: string;
  new_code: string;
}

/** "Tỉnh Hoà Bình" → "hoabinh", as the package names its outlines. */
function fold(name: string): string {
  return name
    .replace(/^(Tỉnh|Thành phố) /, "")
    .normalize("NFD")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

function codeOf(id: string, provinces: readonly ProvinceStep[]): string {
  const code = ODD[id] ?? provinces.find(({ old_name }) => fold(old_name) === id)?.old_code;
  if (!code) throw new Error(`no province for the outline ${id}`);
  return code;
}

export interface Outlines {
  /** path by the Statistics Office's code of 2022 */
  provinces: Map<string, string>;
  archipelagos: Record<Archipelago, string>;
}

/** The outlines of the package by code. An outline without a province, or the reverse, is an error. */
export function readOutlines(provinces: readonly ProvinceStep[]): Outlines {
  const isApart = (id: string): id is Archipelago =>
    (ARCHIPELAGOS as readonly string[]).includes(id);
  const paths = new Map<string, string>();
  const apart: Partial<Record<Archipelago, string>> = {};
  for (const { id, path } of map.locations) {
    if (isApart(id)) apart[id] = path;
    else paths.set(codeOf(id, provinces), path);
  }
  const missing = provinces.filter(({ old_code }) => !paths.has(old_code));
  const { hoangsa, truongsa } = apart;
  if (missing.length > 0 || !hoangsa || !truongsa) throw new Error("an outline is missing");
  return { provinces: paths, archipelagos: { hoangsa, truongsa } };
}
