export type Direction = "asc" | "desc";

export interface Sort {
  key: string;
  direction: Direction;
}

/** Search parameters as a page receives them. */
export type Params = Record<string, string | string[] | undefined>;

/** Where in the list one is; any change of filter or order makes it meaningless. */
const POSITION_PARAMS = ["after", "before"];

/**
 * Address of the same page with some parameters changed; `undefined` removes one. The position
 * in the list is dropped unless it is what changes.
 */
export function listHref(pathname: string, params: Params, changes: Params): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, ...changes })) {
    if (POSITION_PARAMS.includes(name) && !(name in changes)) continue;
    for (const one of [value ?? []].flat()) next.append(name, one);
  }
  const query = next.toString();
  return query ? `${pathname}?${query}` : pathname;
}

/** Addresses that sort by each key: the present key turns round, any other starts ascending. */
export function sortHrefs(
  { pathname, params, sort }: { pathname: string; params: Params; sort: Sort },
  keys: readonly string[],
): Record<string, string> {
  const turned = (key: string): Direction =>
    sort.key === key && sort.direction === "asc" ? "desc" : "asc";
  return Object.fromEntries(
    keys.map((key) => [key, listHref(pathname, params, { sort: key, direction: turned(key) })]),
  );
}
