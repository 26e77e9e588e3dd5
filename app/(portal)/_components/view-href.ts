import type { ListName } from "@/lib/server/records/saved-views";

/** A list as it is: without any parameter it would open with the officer's own view. */
const WHOLE: Record<ListName, string> = { tasks: "view=unit", records: "sort=name" };

export function viewHref(list: ListName, query: string): string {
  return `/${list}?${query || WHOLE[list]}`;
}

export const wholeHref = (list: ListName): string => viewHref(list, "");
