import type { Params } from "./href";

/** How a list is drawn: which of its columns, and how close the rows are. */
export interface Look {
  columns: string[];
  density: "regular" | "compact";
}

/** What a list can show. */
export interface Shown {
  all: readonly string[];
  usual: readonly string[];
}

export function lookCookie(list: string): string {
  return `look-${list}`;
}

/** "code.due_compact": safe in a cookie as it is. */
export function writeLook({ columns, density }: Look): string {
  return `${columns.join(".")}_${density}`;
}

const densityOf = (value: unknown): Look["density"] =>
  value === "compact" ? "compact" : "regular";

/** Whether the address itself says how the list is drawn. */
export function saysLook(params: Params): boolean {
  return params.cols !== undefined || params.density !== undefined;
}

/** From the address, else as it was drawn last (`kept`, a cookie), else the usual columns. */
export function readLook(params: Params, kept: string | undefined, shown: Shown): Look {
  const known = (names: readonly string[]) => shown.all.filter((name) => names.includes(name));
  const [keptColumns, keptDensity] = kept?.split("_") ?? [];
  const fromAddress = [params.cols ?? []].flat().flatMap((one) => one.split(","));
  const names = params.cols === undefined ? (keptColumns?.split(".") ?? []) : fromAddress;
  const columns = known(names);
  return {
    columns: columns.length > 0 ? columns : known(shown.usual),
    density: densityOf(params.density ?? keptDensity),
  };
}
