import { listHref } from "@/components/data-table/href";
import type { LineFilter } from "@/lib/domain/progress/line-filter";

/** Address of the list behind a figure of a unit. */
export function lineHref(unitId: string, filter: Omit<LineFilter, "unit" | "after"> = {}): string {
  return listHref("/progress/list", { unit: unitId }, { ...filter });
}
