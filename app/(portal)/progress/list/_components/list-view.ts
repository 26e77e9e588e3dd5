import type { ReactNode } from "react";
import { listHref, type Params } from "@/components/data-table/href";
import type { UnitLine } from "@/lib/server/progress/unit";

/** A list behind a figure as its page shows it, whatever its lines are. */
export interface ListView {
  trail: readonly UnitLine[];
  lead: string;
  table: ReactNode;
}

export function nextHref(params: Params, next: string | null): string | undefined {
  return next ? listHref("/progress/list", params, { after: next }) : undefined;
}
