import { type Direction, type Params, type Sort, sortHrefs } from "./href";
import type { Look } from "./look";
import type { PlainParams } from "./param-fields";

/** What is told once, after a step: no part of the list's own address. */
const TOLD_ONCE = ["done", "code", "on", "undo"];

/** Nothing is asked of the list: it may open with the officer's own view. */
export function isBare(params: Params): boolean {
  return Object.keys(params).every((name) => TOLD_ONCE.includes(name));
}

/** A list's filter: what narrows it, its order, and the place in it. */
export type ListFilter = PlainParams & {
  view?: string;
  sort?: string;
  direction?: Direction;
  after?: string;
  before?: string;
};

/** The filter and order as an address says them, without the place in the list. */
export function filterParams({ after: _, before: __, ...filter }: ListFilter): PlainParams {
  return filter;
}

/** How the list is drawn, where its own address says so. */
export function lookParams(look: Look, said: boolean): PlainParams {
  return said ? { cols: look.columns.join(","), density: look.density } : {};
}

/** Order and look stay when another view is chosen. */
export function orderParams({ sort, direction }: ListFilter): PlainParams {
  return { sort, direction };
}

export type SortLinks = Sort & { hrefs: Record<string, string> };

/** The order of the list that has this address, and an address for every other; the first key is the usual one. */
export function sortOf(
  { sort, direction = "asc" }: ListFilter,
  { keys, ...place }: { pathname: string; params: Params; keys: readonly string[] },
): SortLinks {
  const now = { key: sort ?? keys[0] ?? "", direction };
  return { ...now, hrefs: sortHrefs({ ...place, sort: now }, keys) };
}

export function queryOf(params: PlainParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.toString();
}

/** What narrows the list, but for whose work it is. */
function narrowing(filter: ListFilter): PlainParams {
  const { view: _, sort: __, direction: ___, after: ____, before: _____, ...rest } = filter;
  return rest;
}

/** Whether anything but whose work it is narrows the list. */
export function isFiltered(filter: ListFilter): boolean {
  return Object.values(narrowing(filter)).some((value) => value !== undefined);
}

/** How many filters are in force; both ends of a range are one, and who is looked for is said elsewhere. */
export function countFilters(filter: ListFilter): number {
  const { search: _, dueFrom, dueTo, bornFrom, bornTo, ...others } = narrowing(filter);
  const ranges = { due: dueFrom ?? dueTo, born: bornFrom ?? bornTo };
  return Object.values({ ...others, ...ranges }).filter(Boolean).length;
}

/** A quick view is where one is when nothing else narrows the list. */
export function isOnly(filter: ListFilter, wanted: PlainParams): boolean {
  const { sort: _, direction: __, after: ___, before: ____, ...asked } = filter;
  const names = new Set([...Object.keys(asked), ...Object.keys(wanted)]);
  return [...names].every((name) => asked[name] === wanted[name]);
}
