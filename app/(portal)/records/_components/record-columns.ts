import type { Shown } from "@/components/data-table/look";

/** Columns of the list beside the name, in their order. */
export const RECORD_COLUMNS = ["birthYear", "code", "hamlet", "unit", "outcome", "task"] as const;

export type RecordColumn = (typeof RECORD_COLUMNS)[number];

const COMMON = ["birthYear", "code", "outcome", "task"] as const;

/** A commune tells its people apart by hamlet, a wider area by unit. */
export function recordColumns(wide: boolean): Shown {
  return { all: RECORD_COLUMNS, usual: [...COMMON, wide ? "unit" : "hamlet"] };
}
