import type { CompareRow, CompareValue, Settlement } from "@/components/compare/settlement";
import type { FieldLevels } from "@/lib/domain/matching/grade";
import type { ScoreKit } from "@/lib/domain/matching/score-kit";
import type { typedLevel } from "@/lib/domain/matching/typed-level";

/** Reads names as the engine does: it comes after the page has been drawn. */
export type ReadLevel = typeof typedLevel;

function levelOf(
  row: CompareRow,
  settlement: Settlement | undefined,
  { kit, read }: { kit: ScoreKit; read: ReadLevel | null },
): string | null {
  const { field } = row;
  if (settlement?.choice === "registry") return kit.agreed[field];
  if (settlement?.choice !== "edit") return kit.compared[field];
  if (!read) return null;
  // A value that is named as equal and not shown: the record's own stands for it.
  const registry = row.registryHidden ? row.record : row.registry;
  return read(field, { typed: settlement.value, registry }, kit.model);
}

/** The level of each field as it is settled now; null where one of them can't be told in the browser. */
export function levelsOf(
  rows: readonly CompareRow[],
  value: CompareValue,
  of: { kit: ScoreKit; read: ReadLevel | null },
): FieldLevels | null {
  const levels: Partial<FieldLevels> = {};
  for (const row of rows) {
    const level = levelOf(row, value[row.field], of);
    if (level === null) return null;
    levels[row.field] = level;
  }
  return { ...of.kit.compared, ...levels };
}
