import type { LineFilter } from "@/lib/domain/progress/line-filter";
import type { DayFilter } from "@/lib/server/progress/day-lines";

/** What happened, and when; null where the address asks for something else or leaves a day out. */
export function dayFilter({ unit, happened, from, to, after }: LineFilter): DayFilter | null {
  if (!(happened && from && to) || from > to) return null;
  return { unit, happened, from, to, after };
}
