import type { LiveScore } from "@/components/compare/live-score";
import { type MarkedRow, markRow } from "@/components/compare/marked-row";
import type { CompareValue } from "@/components/compare/settlement";
import type { Force } from "@/lib/domain/access/roles";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import type { Exercise } from "@/lib/domain/tasks/practice/exercise";
import { practiceRows, practiceScore } from "@/lib/domain/tasks/practice/view";

const SEXES = ["male", "female"] as const;

interface RowsOf {
  exercise: Exercise;
  force: Force;
  sex: (code: (typeof SEXES)[number]) => string;
}

/** The rows as the side-by-side table draws them. */
export function rowsOf({ exercise, force, sex }: RowsOf): MarkedRow[] {
  const options = SEXES.map((value) => ({ value, label: sex(value) }));
  return practiceRows(exercise, force, CURRENT_MODEL).map((row) =>
    markRow({
      field: row.field,
      class: row.class,
      harmless: row.harmless,
      points: exercise.person ? row.points : undefined,
      record: row.record,
      registry: row.other,
      registryHidden: row.withheld,
      ...(row.field === "sex" ? { options } : {}),
    }),
  );
}

/** The engine's word on the record as the form has it now. */
export function liveScore(exercise: Exercise, value: CompareValue): LiveScore {
  const scored = practiceScore(exercise, value, CURRENT_MODEL);
  return { score: scored?.score ?? 0, threshold: CURRENT_MODEL.acceptScore };
}
