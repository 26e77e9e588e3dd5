"use client";

import { CompareRows } from "@/components/compare/compare-rows";
import { type CompareRow, initialValue } from "@/components/compare/settlement";

/** Both sides where nothing can be settled. */
export function ReadRows({ rows }: { rows: CompareRow[] }) {
  return <CompareRows rows={rows} value={initialValue(rows)} />;
}
