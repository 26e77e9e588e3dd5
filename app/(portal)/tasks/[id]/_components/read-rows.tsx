"use client";

import { CompareRows } from "@/components/compare/compare-rows";
import type { MarkedRow } from "@/components/compare/marked-row";
import { initialValue } from "@/components/compare/settlement";

/** Both sides where nothing can be settled. */
export function ReadRows({ rows }: { rows: MarkedRow[] }) {
  return <CompareRows rows={rows} value={initialValue(rows)} />;
}
