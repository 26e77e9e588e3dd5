import { type Params, sortHrefs } from "@/components/data-table/href";
import type { Look } from "@/components/data-table/look";
import type { PlainParams } from "@/components/data-table/param-fields";
import { TASK_SORTS, type TaskFilter } from "@/lib/server/tasks/list-filter";

/** What is told once, after a step: no part of the list's own address. */
const TOLD_ONCE = ["done", "code", "on", "undo"];

/** Nothing is asked of the list: it may open with the officer's own view. */
export function isBare(params: Params): boolean {
  return Object.keys(params).every((name) => TOLD_ONCE.includes(name));
}

/** The filter and order as an address says them, without the place in the list. */
export function filterParams({ after: _, before: __, ...filter }: TaskFilter): PlainParams {
  return filter;
}

/** How the list is drawn, where its own address says so. */
export function lookParams(look: Look, said: boolean): PlainParams {
  return said ? { cols: look.columns.join(","), density: look.density } : {};
}

/** Order and look stay when another view is chosen. */
export function orderParams({ sort, direction }: TaskFilter): PlainParams {
  return { sort, direction };
}

/** The order of the list that has this address, and an address for every other. */
export function sortOf({ sort = "due", direction = "asc" }: TaskFilter, params: Params) {
  const now = { key: sort, direction };
  return { ...now, hrefs: sortHrefs({ pathname: "/tasks", params, sort: now }, TASK_SORTS) };
}

export function queryOf(params: PlainParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.toString();
}

/** What narrows the list, but for whose work it is. */
function narrowing(filter: TaskFilter): Partial<TaskFilter> {
  const { view: _, sort: __, direction: ___, after: ____, before: _____, ...rest } = filter;
  return rest;
}

/** Whether anything but whose work it is narrows the list. */
export function isFiltered(filter: TaskFilter): boolean {
  return Object.values(narrowing(filter)).some((value) => value !== undefined);
}

/** How many filters are in force; both ends of the due days are one, and who is looked for is said elsewhere. */
export function countFilters(filter: TaskFilter): number {
  const { search: _, dueFrom, dueTo, ...others } = narrowing(filter);
  return Object.values({ ...others, due: dueFrom ?? dueTo }).filter(Boolean).length;
}
