import type { IconName } from "@/components/ui/icon";

/** One place of the main navigation. */
export interface Entry {
  href: string;
  label: string;
  icon: IconName;
  /** What waits there, already written for the reader. */
  count?: string;
}

const RAIL_PLACES = 6;
const BAR_PLACES = 4;

/** Entries of the left rail. More than six is a mistake of the page, not of the viewer. */
export function railEntries(entries: readonly Entry[]): Entry[] {
  return entries.slice(0, RAIL_PLACES);
}

/**
 * Entries of the bar at the bottom of a phone. Four fit; of more than four the first three stay
 * and the others move into a panel under the fourth place.
 */
export function barEntries(entries: readonly Entry[]): { shown: Entry[]; more: Entry[] } {
  const all = railEntries(entries);
  const places = all.length > BAR_PLACES ? BAR_PLACES - 1 : BAR_PLACES;
  return { shown: all.slice(0, places), more: all.slice(places) };
}

/** Whether the page at `pathname` belongs to the entry at `href`. */
export function isAt(href: string, pathname: string): boolean {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
