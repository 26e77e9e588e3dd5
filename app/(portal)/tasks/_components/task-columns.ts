import type { Shown } from "@/components/data-table/look";

/** Columns of the list beside the name, in their order. */
export const TASK_COLUMNS = [
  "code",
  "birthYear",
  "reason",
  "hamlet",
  "unit",
  "state",
  "since",
  "officer",
  "due",
] as const;
export type TaskColumn = (typeof TASK_COLUMNS)[number];

const COMMON = ["birthYear", "reason", "state", "officer", "due"] as const;

/** A commune tells its people apart by hamlet, a wider area by unit. */
export function taskColumns(wide: boolean): Shown {
  return { all: TASK_COLUMNS, usual: [...COMMON, wide ? "unit" : "hamlet"] };
}
